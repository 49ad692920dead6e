import { formatCollector } from '../../../../shared/features/alumni/collection.ts'
import type { CertificateKind } from '../../../../shared/features/certificate/contract.ts'
import type { CertificateId } from '../../../../shared/ids.ts'
import { shortDate } from '../../../../shared/kernel/date-format.ts'
import { yearOf } from '../../../../shared/kernel/plain-date.ts'
import { api, useRead } from '../../../app/client.ts'

/** Date and collector of each paper of a class, as text. */
export function useCollections(code: string, kind: CertificateKind): ReadonlyMap<CertificateId, string> {
  const reading = useRead(api.alumni.papers, { code, kind })
  return new Map(
    (reading.data ?? []).flatMap(({ certificateId, collection }) =>
      collection === null
        ? []
        : [
            [
              certificateId,
              `Diambil ${shortDate(collection.collectedOn)} ${yearOf(collection.collectedOn)}, ${formatCollector(collection)}`,
            ],
          ],
    ),
  )
}
