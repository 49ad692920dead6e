import { app } from 'electron'

/** A folder of the user. Windows may have moved it to a missing drive; then Electron throws, and the home folder is used. */
export function userFolder(name: 'documents' | 'downloads'): string {
  try {
    return app.getPath(name)
  } catch {
    return app.getPath('home')
  }
}
