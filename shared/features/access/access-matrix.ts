import type { Role } from './roles.ts'

/**
 * Who may do what: rows of subjects by columns of roles, printed in docs/roles.md. Every operation of the contract names its group, 'row.deed'. The
 * dispatcher enforces this table; the page only hides or explains.
 */

/** What a role may do in a row. `words` is the text of the table, bold if `strong`. */
type Cell<Deed extends string> = {
  readonly words: string
  readonly deeds: readonly Deed[]
  readonly reach: Reach
}

/**
 * How far a right reaches, widest first. 'own': only classes of the instructor. 'acts': what was done, without values. 'mine': only own acts.
 * 'masked': without names and numbers of people.
 */
const reaches = ['all', 'own', 'acts', 'mine', 'masked'] as const
export type Reach = (typeof reaches)[number]

type Row<Deed extends string> = {
  readonly label: string
  /** Short name of the row. */
  readonly short: string
  readonly deeds: readonly Deed[]
  readonly cells: Readonly<Record<Role, Cell<Deed>>>
}

type Cells<Deed extends string> = Partial<Record<Role, readonly [words: string, ...Deed[]]>>

const nothing = { words: '–', deeds: [], reach: 'all' } as const

function row<const Deed extends string>(
  label: string,
  short: string,
  deeds: readonly Deed[],
  cells: Cells<NoInfer<Deed>>,
): Row<Deed> {
  const cell = (role: Role): Cell<Deed> => {
    const [words, ...may] = cells[role] ?? []
    if (words === undefined) return nothing
    // An instructor acts in own classes, an inspector reads without names; the words say so where it matters.
    return { words, deeds: may, reach: reachIn(words) }
  }
  return {
    label,
    short,
    deeds,
    cells: {
      desk: cell('desk'),
      training: cell('training'),
      instructor: cell('instructor'),
      treasurer: cell('treasurer'),
      head: cell('head'),
      admin: cell('admin'),
      inspector: cell('inspector'),
    },
  }
}

function reachIn(words: string): Reach {
  if (words.includes('kelasnya') || words === 'dirinya') return 'own'
  return ({ samaran: 'masked', miliknya: 'mine', 'tanpa isi': 'acts' } as const)[words] ?? 'all'
}

export const accessMatrix = {
  trainee: row('Peserta: daftar, ubah, impor, ganda', 'Peserta', ['see', 'change'], {
    desk: ['ubah', 'see', 'change'],
    training: ['ubah', 'see', 'change'],
    instructor: ['kelasnya: lihat', 'see'],
    treasurer: ['lihat', 'see'],
    head: ['lihat', 'see'],
    inspector: ['samaran', 'see'],
  }),
  // Free text about people: not for roles with masked view or with own classes only.
  note: row('Catatan singkat pada peserta dan kelas', 'Catatan singkat', ['see', 'change'], {
    desk: ['ubah', 'see', 'change'],
    training: ['ubah', 'see', 'change'],
    treasurer: ['lihat', 'see'],
    head: ['ubah', 'see', 'change'],
  }),
  nik: row('NIK dan No. KK lengkap', 'NIK dan No. KK lengkap', ['open'], {
    desk: ['buka, dicatat', 'open'],
    training: ['buka, dicatat', 'open'],
    treasurer: ['buka, dicatat', 'open'],
  }),
  restricted: row(
    'Data terbatas: stunting, disabilitas, desil (1 paling miskin), rekening',
    'Data terbatas',
    ['fill', 'open', 'account'],
    {
      desk: ['isi, lalu tertutup', 'fill'],
      training: ['buka, dicatat', 'fill', 'open', 'account'],
      treasurer: ['rekening', 'account'],
    },
  ),
  rights: row('Persetujuan, salinan, bekukan, koreksi (hak peserta)', 'Hak peserta', ['see', 'change', 'erase'], {
    desk: ['ubah', 'see', 'change'],
    training: ['ubah, hapus', 'see', 'change', 'erase'],
    head: ['lihat', 'see'],
    inspector: ['samaran', 'see'],
  }),
  selection: row('Seleksi, daftar ulang', 'Seleksi', ['see', 'change', 'stipulate'], {
    desk: ['ubah', 'see', 'change'],
    training: ['ubah', 'see', 'change'],
    head: ['tetapkan', 'see', 'stipulate'],
    inspector: ['samaran', 'see'],
  }),
  cohort: row('Angkatan, jadwal, kalender', 'Angkatan dan jadwal', ['see', 'change', 'allow'], {
    desk: ['lihat', 'see'],
    training: ['ubah', 'see', 'change'],
    instructor: ['kelasnya: lihat', 'see'],
    treasurer: ['lihat', 'see'],
    head: ['izinkan pengecualian', 'see', 'allow'],
    inspector: ['samaran', 'see'],
  }),
  instructor: row('Instruktur, sertifikat BNSP', 'Instruktur', ['see', 'change'], {
    desk: ['lihat', 'see'],
    training: ['ubah', 'see', 'change'],
    instructor: ['dirinya', 'see'],
    treasurer: ['lihat', 'see'],
    head: ['lihat', 'see'],
    inspector: ['lihat', 'see'],
  }),
  attendance: row('Kehadiran: isi, tutup', 'Kehadiran', ['see', 'change', 'reopen'], {
    desk: ['ubah, tutup', 'see', 'change', 'reopen'],
    training: ['ubah, tutup', 'see', 'change', 'reopen'],
    instructor: ['kelasnya: ubah, tutup', 'see', 'change', 'reopen'],
    treasurer: ['lihat', 'see'],
    head: ['lihat', 'see'],
    inspector: ['samaran', 'see'],
  }),
  score: row('Nilai, unit', 'Nilai', ['see', 'change'], {
    training: ['ubah', 'see', 'change'],
    instructor: ['kelasnya: ubah', 'see', 'change'],
    head: ['lihat', 'see'],
    inspector: ['samaran', 'see'],
  }),
  panel: row('Sidang kelulusan', 'Sidang kelulusan', ['see', 'propose', 'decide'], {
    desk: ['lihat', 'see'],
    training: ['usul', 'see', 'propose'],
    instructor: ['kelasnya: usul', 'see', 'propose'],
    head: ['tetapkan', 'see', 'decide'],
    inspector: ['samaran', 'see'],
  }),
  certificate: row('Sertifikat: terbit, cetak, salinan', 'Sertifikat', ['see', 'print', 'issue', 'revoke'], {
    desk: ['cetak', 'see', 'print'],
    training: ['terbitkan', 'see', 'print', 'issue', 'revoke'],
    instructor: ['kelasnya: lihat', 'see'],
    head: ['cabut (menyetujui)', 'see'],
    inspector: ['samaran', 'see'],
  }),
  money: row('Dana, tanda terima, modal kerja', 'Dana dan tanda terima', ['see', 'change', 'approve'], {
    training: ['lihat', 'see'],
    treasurer: ['ubah', 'see', 'change'],
    head: ['setujui', 'see', 'approve'],
    inspector: ['samaran', 'see'],
  }),
  paper: row('Surat dan berkas kelas', 'Surat dan berkas', ['see', 'print', 'change'], {
    desk: ['cetak', 'see', 'print'],
    training: ['ubah', 'see', 'print', 'change'],
    instructor: ['kelasnya: cetak', 'see', 'print'],
    treasurer: ['cetak tanda terima', 'see', 'print'],
    head: ['lihat', 'see', 'print'],
    inspector: ['samaran', 'see'],
  }),
  report: row('Laporan, ekspor', 'Ekspor dan laporan', ['figures', 'names'], {
    desk: ['angka', 'figures'],
    training: ['nama', 'figures', 'names'],
    treasurer: ['nama', 'figures', 'names'],
    head: ['nama', 'figures', 'names'],
    inspector: ['angka', 'figures'],
  }),
  setting: row('Aturan, program, template, penanda tangan', 'Aturan dan template', ['see', 'change'], {
    training: ['ubah', 'see', 'change'],
    head: ['lihat', 'see'],
    admin: ['ubah', 'see', 'change'],
  }),
  admin: row('Pengguna, meja, pembaruan', 'Pengguna, meja, pembaruan', ['see', 'change'], {
    head: ['lihat', 'see'],
    admin: ['ubah', 'see', 'change'],
  }),
  backup: row('Cadangan: buat, uji', 'Cadangan', ['see', 'make'], {
    head: ['lihat', 'see'],
    admin: ['ubah', 'see', 'make'],
  }),
  // Restoring is done by those who run the computer; 'told' is the right of those who must be informed.
  restore: row('Cadangan: pulihkan', 'Pulihkan', ['restore', 'told'], {
    head: ['diberi tahu', 'told'],
    admin: ['dengan lembar', 'restore'],
  }),
  history: row('Riwayat Perubahan', 'Riwayat Perubahan', ['see', 'breach'], {
    desk: ['miliknya', 'see'],
    training: ['semua', 'see', 'breach'],
    instructor: ['miliknya', 'see'],
    treasurer: ['miliknya', 'see'],
    head: ['semua', 'see', 'breach'],
    admin: ['tanpa isi', 'see'],
    inspector: ['samaran', 'see'],
  }),
} as const

type AccessRow = keyof typeof accessMatrix
type Matrix = typeof accessMatrix

/** The first argument of each operation. 'open' works before sign-in, 'everyone' after it; all others are 'row.deed' of the table above. */
export type OperationGroup =
  | 'open'
  | 'everyone'
  | { [Name in AccessRow]: `${Name}.${Matrix[Name]['deeds'][number]}` }[AccessRow]

/** Row and deed; null for the two groups outside of the table. */
export function partsOf(group: OperationGroup): { row: AccessRow; deed: string } | null {
  if (group === 'open' || group === 'everyone') return null
  const [row = '', deed = ''] = group.split('.')
  return { row: row as AccessRow, deed }
}

/** The reach of a person with these roles, the widest of them; null if none. */
export function reachOf(held: Iterable<Role>, group: OperationGroup): Reach | null {
  const parts = partsOf(group)
  if (parts === null) return 'all'
  const cells: Readonly<Record<Role, Cell<string>>> = accessMatrix[parts.row].cells
  const own = [...held].map(role => cells[role]).filter(cell => cell.deeds.includes(parts.deed))
  return reaches.find(reach => own.some(cell => cell.reach === reach)) ?? null
}

/** Whether the person may see budgets, rates and payments. */
export function seesMoney(person: { readonly roles: Iterable<Role> } | null): boolean {
  return person !== null && reachOf(person.roles, 'money.see') !== null
}

export function rolesWith(group: OperationGroup): Role[] {
  const parts = partsOf(group)
  if (parts === null) return []
  const cells = Object.entries(accessMatrix[parts.row].cells) as [Role, Cell<string>][]
  return cells.filter(([, cell]) => cell.deeds.includes(parts.deed)).map(([role]) => role)
}
