/**
 * A mistake of the person at the keyboard or in the configuration: the message is one clear sentence
 * (value received, values allowed, what to do next) and is all that is shown. `exitCode` 2 means wrong usage, 1 means it was tried and failed.
 */
export class ClearError extends Error {
  override readonly name = 'ClearError';
  readonly exitCode: 1 | 2;
  constructor(message: string, exitCode: 1 | 2 = 1, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
