import type { ListFacts } from '../../../../../shared/facts/list-facts.ts'
import type { PaperSize } from '../../../../../shared/features/centre/centre.ts'
import { dateRange } from '../../../../../shared/kernel/plain-date.ts'
import { cohortTitle } from '../../../paper-kit/cohort-format.ts'
import { drawListPaper, listOf } from '../../../paper-kit/list-paper.ts'
import { byHead } from '../../../paper-kit/signature-blocks.ts'
import type { DrawnPaper } from '../../../pdf/sheet.ts'

/** The target group and evidence of each trainee, by name and address. */
export function drawTargetParticipants(facts: ListFacts, size: PaperSize): DrawnPaper {
  const { cohort, trainees, members } = facts
  return drawListPaper(facts, size, 'wide', {
    name: 'Daftar nominatif sasaran',
    footer: 'Nominatif sasaran · RAHASIA: memuat data pribadi',
    title: 'DAFTAR NOMINATIF SASARAN PELATIHAN',
    subtitle: [cohortTitle(cohort), dateRange(cohort.start, cohort.end), cohort.fundingSource]
      .filter(part => part !== '')
      .join('  ·  '),
    compact: true,
    ...listOf(
      trainees.map((trainee, index) => ({ trainee, target: members[index]?.target })),
      { height: 6.6 },
      usable => [
        { title: 'No.', width: 9, align: 'center', cell: ({ trainee }) => String(trainee.position) },
        { title: 'Nama Lengkap', width: usable - 219, cell: ({ trainee }) => trainee.name.toUpperCase() },
        { title: 'L/P', width: 9, align: 'center', cell: ({ trainee }) => trainee.sex },
        { title: 'NIK', width: 31, align: 'center', size: 9, cell: ({ trainee }) => trainee.nik },
        { title: 'Kelurahan', width: 30, size: 9, cell: ({ trainee }) => trainee.village || '–' },
        { title: 'Kecamatan', width: 26, size: 9, cell: ({ trainee }) => trainee.district || '–' },
        { title: 'Desil', width: 14, align: 'center', cell: ({ target }) => String(target?.decile || '–') },
        { title: 'Kategori Sasaran', width: 46, size: 9, cell: ({ target }) => target?.groups.join(', ') || 'Umum' },
        { title: 'Sumber Data, Tanggal', width: 54, size: 9, cell: one => one.target?.evidence || 'Belum ada bukti' },
      ],
    ),
    signOff: sheet =>
      byHead(facts, {
        lead: 9,
        note(y) {
          sheet.text(formatCounts(facts), sheet.left, y + 4.6, { face: 'arimo', size: 9 })
          sheet.text('Desil 1 paling miskin, 10 paling mampu.', sheet.left, y + 8.6, { face: 'arimo', size: 9 })
        },
      }),
  })
}

/** A person in two groups counts in each, which the line states. */
function formatCounts({ members, trainees }: ListFacts): string {
  if (trainees.length === 0) return ''
  const groups = new Map<string, number>()
  for (const { target } of members)
    for (const group of target.groups.length > 0 ? target.groups : ['Umum'])
      groups.set(group, (groups.get(group) ?? 0) + 1)
  const parts = [...groups].map(([group, count]) => `${group} ${count} orang`)
  const twice = members.some(({ target }) => target.groups.length > 1)
  return `${parts.join(', ')}; jumlah peserta ${trainees.length} orang${twice ? ' (yang berkategori dua dihitung di keduanya)' : ''}.`
}
