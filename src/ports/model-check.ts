/** One thing that was tried at the configured model. */
export interface ModelCheck {
  name: string;
  /** `skipped` where an earlier check makes it pointless, or nothing is configured for it. */
  outcome: 'works' | 'fails' | 'skipped';
  /** One sentence for staff; holds no key. */
  detail: string;
  /** null where nothing was sent. */
  latencyMs: number | null;
}
