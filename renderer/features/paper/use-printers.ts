import { useQuery } from '@tanstack/react-query'
import { type Printer, systemPrinter } from '../../../shared/features/print/contract.ts'
import { api } from '../../app/client.ts'
import { useSession } from '../../app/session.tsx'

interface Printers {
  /** Whether this host prints by itself; otherwise the browser asks. */
  system: boolean
  present: readonly Printer[]
  /** The wanted one where it is there, or the first choice of this PC, or nothing. */
  usable: (...wanted: (string | null | undefined)[]) => string
}

/** The printers of this PC. */
export function usePrinters(): Printers {
  const system = useSession().capabilities.print === 'system'
  const { data = [] } = useQuery(api.print.printers.queryOptions({ input: {}, enabled: system, staleTime: 60_000 }))
  return {
    system,
    present: data,
    usable(...wanted) {
      const name = wanted.find(one => one !== null && one !== undefined) ?? data.find(one => one.preferred)?.name ?? ''
      // A printer that was taken away is not chosen for anybody.
      return name === systemPrinter || data.some(one => one.name === name) ? name : ''
    },
  }
}
