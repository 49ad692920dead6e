/** The hub cannot begin or go on, with what to do in words for whoever runs it. */
export class HubError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.name = 'HubError'
    this.code = code
  }
}
