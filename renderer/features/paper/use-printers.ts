import { type Printer, systemPrinter } from '../../../shared/features/print/contract.ts'
import { api, useRead, useSession } from '../../app/client.ts'

interface Printers {
  /** Whether this host prints by itself; otherwise the browser shows its dialog. */
  system: boolean
  present: readonly Printer[]
  /** The first wanted printer that exists, else the default choice of this PC, else ''. */
  usable: (...wanted: (string | null | undefined)[]) => string
}

/** The printers of this PC. */
export function usePrinters(): Printers {
  const system = useSession().capabilities.print === 'system'
  const { data = [] } = useRead(api.print.printers, {}, { enabled: system, staleTime: 60_000 })
  return {
    system,
    present: data,
    usable(...wanted) {
      const name = wanted.find(one => one !== null && one !== undefined) ?? data.find(one => one.preferred)?.name ?? ''
      // A printer that no longer exists is not used.
      return name === systemPrinter || data.some(one => one.name === name) ? name : ''
    },
  }
}
