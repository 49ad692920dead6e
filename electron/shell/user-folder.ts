import { app } from 'electron'

/** A folder of the user. Windows may have moved it to a drive that is not there; then asking for it throws, and home is taken. */
export function userFolder(name: 'documents' | 'downloads'): string {
  try {
    return app.getPath(name)
  } catch {
    return app.getPath('home')
  }
}
