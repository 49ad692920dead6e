import type { Act, ActCursor, HistoryFilter } from '../../../../shared/features/history/contract.ts'
import { formatMoment, tableSection } from '../../../../shared/features/rights/person-section.ts'
import type { TraineeId } from '../../../../shared/ids.ts'
import { formatOperation } from '../../../../shared/operation-labels.ts'
import { found } from '../../domain-error.ts'
import { drawOnThread } from '../../draw-on-thread.ts'
import { listOf, type WorkbookColumn, workbookFile } from '../../files/list-columns.ts'
import { pdfFile } from '../../paper-kit/pdf-file.ts'
import type { TaskScope } from '../../scope.ts'
import { centreFacts, getCentre } from '../centre/centre-store.ts'
import { findTrainee } from '../trainee/trainee-store.ts'
import { readActs } from './read-acts.ts'
import { sightingsOf } from './sighting-store.ts'

const columns: readonly WorkbookColumn<Act>[] = [
  { head: 'Waktu', width: 24, value: act => formatMoment(act.at) },
  { head: 'Petugas', width: 24, value: act => act.operator },
  { head: 'Meja', width: 16, value: act => act.desk },
  { head: 'Tindakan', width: 36, value: act => formatOperation(act.operation) },
  { head: 'Tentang', width: 40, value: act => act.object },
  { head: 'Catatan', width: 10, value: act => act.records },
  { head: 'Orang terlihat', width: 14, value: act => act.seen ?? '' },
  { head: 'Disetujui', width: 24, value: act => act.approvedBy ?? '' },
]
/** Most acts in one file; for more the period must be shortened. */
const mostExported = 20_000
const atOnce = 500

/** Acts as in the list, without values. */
export async function exportHistory(scope: TaskScope, filter: HistoryFilter): Promise<File> {
  const acts: Act[] = []
  for (let before: ActCursor | null = null; acts.length < mostExported; ) {
    const from: ActCursor | null = before
    const page: Act[] = scope.read(query => readActs(query, filter, from, atOnce))
    acts.push(...page)
    scope.work.progress = { done: acts.length, total: null }
    const end: Act | undefined = page.at(-1)
    if (!end || page.length < atOnce) break
    before = { at: end.at, id: end.id }
    await scope.work.pause()
  }
  const name = 'riwayat-perubahan.xlsx'
  const written = await drawOnThread(scope, 'list', listOf('Riwayat', columns, acts))
  scope.write(({ record }) =>
    record('export', name, null, { from: filter.from, until: filter.until, count: acts.length }),
  )
  return workbookFile([written], name)
}

/** Who saw the data of a person, as a paper for this person. */
export async function seenByPaper(scope: TaskScope, { id }: { id: TraineeId }): Promise<File> {
  const { facts, size } = scope.read(({ db, at, operator }) => {
    const sightings = sightingsOf(db, id)
    return {
      size: getCentre(db).paperSize,
      facts: {
        centre: centreFacts(db),
        name: found(findTrainee(db, id), 'trainee').name,
        operator: found(operator, 'operator').name,
        printedAt: at.slice(0, 16),
        title: 'PEMBUKA DATA PRIBADI',
        lead: `${summaryOf(sightings)} Daftar ini memuat siapa yang membuka, mencetak, atau mengekspor data orang tersebut, menurut riwayat balai yang tidak dapat diubah (UU 27/2022 Pasal 32). Halaman yang sama dibuka lagi dalam 15 menit ditulis sekali.`,
        sections: [
          tableSection(
            'Yang melihat data ini',
            { Waktu: 34, Petugas: 48, Tempat: 24, Tindakan: 48 },
            sightings.map(row => [formatMoment(row.at), row.operator, row.desk, formatOperation(row.operation)]),
          ),
        ],
      },
    }
  })
  const paper = await drawOnThread(scope, 'person-file', { facts, size })
  scope.saw('trainee_view', id, [id])
  return pdfFile(`pembuka-data-peserta-${id}`, paper)
}

/** 'Dilihat 18 kali oleh 3 petugas, dari … sampai ….' */
function summaryOf(sightings: readonly { at: string; operator: string }[]): string {
  const moments = sightings.map(({ at }) => at).toSorted()
  const [first] = moments
  const last = moments.at(-1)
  if (first === undefined || last === undefined) return 'Belum ada petugas yang melihat data ini.'
  const people = new Set(sightings.map(({ operator }) => operator)).size
  return `Dilihat ${sightings.length} kali oleh ${people} petugas, dari ${formatMoment(first)} sampai ${formatMoment(last)}.`
}
