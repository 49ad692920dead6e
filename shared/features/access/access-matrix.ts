import type { Role } from './roles.ts'

/**
 * Who may do what: rows of things by columns of roles, as docs/roles.md prints it. Each operation of the contract names the group that it
 * belongs to, 'row.deed'; the dispatcher asks this table, the page only hides or explains.
 */

/** What a role may do in a row. `words` is what people read: bold in the table where `strong`. */
type Cell<Deed extends string> = {
  readonly words: string
  readonly deeds: readonly Deed[]
  readonly reach: Reach
}

/**
 * How far a cell goes, the widest first. 'own': classes of the instructor alone. 'acts': what was done, without what it said. 'mine': what
 * the person did. 'masked': without names and numbers of people.
 */
const reaches = ['all', 'own', 'acts', 'mine', 'masked'] as const
export type Reach = (typeof reaches)[number]

type Row<Deed extends string> = {
  readonly label: string
  /** What the row is called where there is little room. */
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
    // An instructor acts in classes of his own, an inspector reads without names; the words say so where it matters.
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
  // Free words on people: nobody sees them whose view is masked or ends at his own classes.
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
    'Data terbatas: stunting, disabilitas, desil, rekening',
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
  // Putting back is the act of whoever runs the machines; whoever answers for the centre hears of it.
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

/**
 * What every operation of the contract names as its first word. 'open' answers before anybody has signed in, 'everyone' whoever has; all
 * others are 'row.deed' of the table above.
 */
export type OperationGroup =
  | 'open'
  | 'everyone'
  | { [Name in AccessRow]: `${Name}.${Matrix[Name]['deeds'][number]}` }[AccessRow]

/** The row and what is done in it; null for the two groups that are not in the table. */
export function partsOf(group: OperationGroup): { row: AccessRow; deed: string } | null {
  if (group === 'open' || group === 'everyone') return null
  const [row = '', deed = ''] = group.split('.')
  return { row: row as AccessRow, deed }
}

/** How far a person with these roles reaches in a group; null where not at all. The wider word holds. */
export function reachOf(held: Iterable<Role>, group: OperationGroup): Reach | null {
  const parts = partsOf(group)
  if (parts === null) return 'all'
  const cells: Readonly<Record<Role, Cell<string>>> = accessMatrix[parts.row].cells
  const own = [...held].map(role => cells[role]).filter(cell => cell.deeds.includes(parts.deed))
  return reaches.find(reach => own.some(cell => cell.reach === reach)) ?? null
}

/** Whether budgets, rates and what was paid are for this person. */
export function seesMoney(person: { readonly roles: Iterable<Role> } | null): boolean {
  return person !== null && reachOf(person.roles, 'money.see') !== null
}

export function rolesWith(group: OperationGroup): Role[] {
  const parts = partsOf(group)
  if (parts === null) return []
  const cells = Object.entries(accessMatrix[parts.row].cells) as [Role, Cell<string>][]
  return cells.filter(([, cell]) => cell.deeds.includes(parts.deed)).map(([role]) => role)
}
