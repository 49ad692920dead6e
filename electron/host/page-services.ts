import { DomainError } from '../backend/domain-error.ts'
import type { HostServices } from '../backend/host-services.ts'
import { hubLine } from './hub-line.ts'

/** In a browser the page prints and downloads by itself; a backend that calls these has ignored the capabilities. */
export const pageServices: HostServices = {
  capabilities: { print: 'page', save: 'download' },
  hubLine,
  async print() {
    throw new DomainError({ code: 'host_cannot', action: 'print' })
  },
  async printers() {
    return []
  },
  async save() {
    throw new DomainError({ code: 'host_cannot', action: 'save' })
  },
}
