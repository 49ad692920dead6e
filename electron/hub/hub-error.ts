/** The hub cannot start or go on. The message tells the administrator what to do. */
export class HubError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.name = 'HubError'
    this.code = code
  }
}
