/** Why the bot ended, for the process that runs it. */
export interface Ending {
  /** 0 stopped on request, 3 another reader of the updates, 4 the token is refused. */
  exitCode: number;
  /** One clear sentence. */
  reason: string;
}

export const ENDINGS = {
  stopped: { exitCode: 0, reason: 'The bot was stopped.' },
  conflict: {
    exitCode: 3,
    reason: 'Another program is reading the updates of this bot: stop the other copy, or give this one a token of its own from @BotFather.',
  },
  webhook: {
    exitCode: 3,
    reason: 'Somebody set a webhook for this bot while it was polling: if that was not you, revoke the token with @BotFather; then start again.',
  },
  unauthorised: {
    exitCode: 4,
    reason: 'Telegram does not know this bot token: copy it again from @BotFather, digits, colon and secret, nothing around it.',
  },
  noToken: {
    exitCode: 4,
    reason: 'The bot token does not look like one: expected digits, a colon and letters, as @BotFather shows it, nothing around it.',
  },
} as const satisfies Record<string, Ending>;
