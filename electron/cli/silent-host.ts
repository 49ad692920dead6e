import type { HostServices } from '../backend/host-services.ts'

/** A command line has no dialogs. */
export const silentHost: HostServices = {
  capabilities: { print: 'page', save: 'download' },
  async print() {
    return { printed: false }
  },
  async printers() {
    return []
  },
  async save() {
    return { saved: false }
  },
}
