import { comingClass, issuedClass, runningClass } from './form-centres.ts'

/** A form, how a clerk opens it, and the source file of its screen. */
export type Form = {
  name: string
  /** Path below renderer/features, without extension. */
  source: string
  path: string
  /**
   * The steps that open the form on its page. A key as it is, or a prefix and text: `:` presses the button that begins with the text, `@`
   * focuses the field with this label, `"` types the text, `~` then focuses the row with it, `+` gives a file to this field. A form that
   * is a page has no steps.
   */
  open?: readonly string[]
  /** `true`: it opens inside the page, not over it. 'stays': it is part of the page, and Esc does not close it. */
  inPage?: true | 'stays'
  /** Ctrl Enter works without filling anything in, and Urungkan undoes it. */
  undo?: true
  /** Test only the first so many fields, because all others are rows of the same kind. */
  fields?: number
  /** Esc leaves or clears it at once, because nothing typed is kept, or because a draft is offered again. */
  leaves?: true
  /** Tested in the office before the panel, or months later. By default between the two. */
  when?: 'before' | 'later'
}

const issued = `/angkatan/${issuedClass}`
const running = `/angkatan/${runningClass}`
const coming = `/angkatan/${comingClass}`
const paper = `/sertifikat/${encodeURIComponent('500.15/0003/BLK/II/2025')}`

/** Every form of the program that can be reached in the sample centre. */
export const forms: readonly Form[] = [
  { name: 'instruktur baru', source: 'instructor/instructor-drawer', path: '/instruktur', open: ['Alt+b'] },
  {
    name: 'sertifikat BNSP',
    source: 'instructor/credential/credential-drawer',
    path: '/instruktur/1',
    open: ['Alt+b'],
  },
  {
    name: 'berhalangan',
    source: 'instructor/detail/leave-drawer',
    path: '/instruktur/1',
    open: [':Catat berhalangan'],
  },
  { name: 'pembayaran', source: 'instructor/detail/payment-drawer', path: '/instruktur/1', open: [':Pembayaran'] },
  { name: 'kegiatan baru', source: 'activity/activity-drawer', path: '/kegiatan', open: ['Alt+b'] },
  { name: 'realisasi', source: 'activity/spending-drawer', path: '/kegiatan/1', open: ['Alt+b'] },
  { name: 'batalkan realisasi', source: 'activity/reversal-dialog', path: '/kegiatan/1', open: [':Batalkan'] },
  { name: 'kelas kegiatan', source: 'activity/assign-dialog', path: '/kegiatan/4', open: [':Masukkan kelas'] },
  { name: 'rencana serapan', source: 'report/money/plan-dialog', path: '/laporan/dana', open: ['Alt+r'] },
  { name: 'tanggal merah', source: 'calendar/day-off-drawer', path: '/kalender/2025', open: ['Alt+b'] },
  { name: 'libur mendadak', source: 'replan/late-holiday-page', path: '/kalender/libur-susulan' },
  { name: 'peserta baru', source: 'trainee/form/trainee-form-page', path: '/peserta/baru', leaves: true },
  { name: 'ubah peserta', source: 'trainee/form/trainee-form-page', path: '/peserta/1/ubah', leaves: true },
  { name: 'persetujuan', source: 'rights/consent-drawer', path: '/peserta/1', open: [':Catat persetujuan'] },
  { name: 'bekukan data', source: 'rights/freeze-dialog', path: '/peserta/1', open: [':Bekukan data'] },
  { name: 'catatan peserta', source: 'note/note-dialog', path: '/peserta/1', open: ['Alt+c'] },
  { name: 'catatan kelas', source: 'note/note-dialog', path: running, open: ['Alt+c'] },
  {
    name: 'keterangan kelas',
    source: 'cohort-page/summary/cohort-facts-form',
    path: running,
    open: ['F2'],
    inPage: true,
  },
  { name: 'pindah kelas', source: 'cohort-page/summary/move-dialog', path: coming, open: [':Pindah tanggal'] },
  {
    name: 'batalkan kelas',
    source: 'cohort-page/summary/cohort-summary',
    path: coming,
    open: ['Alt+.', ':Batalkan kelas'],
  },
  {
    name: 'instruktur hari',
    source: 'cohort-page/schedule/instructor-dialog',
    path: `${running}/jadwal`,
    open: ['F4'],
  },
  {
    name: 'mengajar tanpa sertifikat',
    source: 'cohort/credential-override-dialog',
    path: `${running}/jadwal`,
    open: ['F4', ':Izinkan dengan alasan'],
  },
  { name: 'jam kelas', source: 'timetable/clock/clock-dialog', path: `${running}/jadwal`, open: [':Atur jam'] },
  {
    name: 'ganti pengajar',
    source: 'timetable/substitute/substitute-dialog',
    path: `${running}/jadwal`,
    open: [':Ganti pengajar'],
  },
  {
    name: 'keluar dari kelas',
    source: 'cohort-page/trainees/leave-dialog',
    path: `${running}/peserta`,
    open: [':Catat keluar dari kelas'],
  },
  {
    name: 'sidang',
    source: 'graduation/panel-drawer',
    path: `${issued}/kelulusan`,
    open: [':Ubah'],
    when: 'before',
  },
  {
    name: 'buka kembali hari',
    source: 'attendance/attendance-dialogs',
    path: `${running}/kehadiran?hari=3`,
    open: [':Buka kembali'],
  },
  { name: 'tanda', source: 'attendance/mark/mark-dialog', path: `${running}/kehadiran?hari=3`, open: ['F2'] },
  {
    name: 'isi hari kosong',
    source: 'attendance/fill-days-dialog',
    path: `${running}/kehadiran`,
    open: ['Control+e'],
    undo: true,
  },
  {
    name: 'tutup hari',
    source: 'attendance/close-dialog',
    path: `${running}/kehadiran?hari=8`,
    open: ['Control+Enter'],
    undo: true,
  },
  {
    name: 'tutup beberapa hari',
    source: 'attendance/close-days-dialog',
    path: `${running}/kehadiran`,
    open: ['Control+Shift+Enter'],
    undo: true,
  },
  {
    name: 'jam mengajar',
    source: 'teaching/lessons-dialog',
    path: `${running}/kehadiran?bagian=instruktur`,
    open: ['Enter'],
  },
  {
    name: 'formulir kantor',
    source: 'folder/form-dialog',
    path: `${running}/berkas`,
    open: ['@Saring', '"daftar kota', '~Daftar kota', 'Control+p'],
  },
  {
    name: 'satu berkas',
    source: 'folder/cohort-file-dialog',
    path: `${running}/berkas`,
    open: ['Control+Enter'],
    fields: 1,
  },
  {
    name: 'cetak beberapa',
    source: 'folder/print-papers-dialog',
    path: `${running}/berkas`,
    open: ['Alt+c', ':Kosongkan'],
    fields: 3,
  },
  {
    name: 'penyedia',
    source: 'provision/supply-section',
    path: `${running}/berkas/perlengkapan`,
    open: [':Penyedia'],
    inPage: 'stays',
  },
  { name: 'angkatan baru', source: 'cohort/planner/use-new-plan', path: '/angkatan/baru', leaves: true },
  { name: 'impor', source: 'import/import-page', path: '/peserta/impor' },
  { name: 'seleksi baru', source: 'registration/drawer/registration-drawer', path: '/seleksi', open: ['Alt+b'] },
  { name: 'nilai sama', source: 'registration/ranking/tie-dialog', path: '/seleksi/1/peringkat', open: ['s'] },
  { name: 'penetapan', source: 'registration/places/stipulation-form', path: '/seleksi/1/penetapan' },
  { name: 'modal kerja', source: 'alumni/aid/aid-proposal-drawer', path: '/laporan/modal-kerja', open: ['Alt+b'] },
  { name: 'langkah modal kerja', source: 'alumni/aid/aid-drawer', path: '/laporan/modal-kerja', open: ['Enter'] },
  {
    name: 'pengambilan',
    source: 'alumni/collection/collection-dialog',
    path: `${issued}/sertifikat`,
    open: ['a'],
    undo: true,
  },
  { name: 'aturan laporan', source: 'report/official/setting-drawer', path: '/laporan/resmi', open: ['Alt+a'] },
  {
    name: 'tetapkan laporan',
    source: 'report/official/settle-drawer',
    path: '/laporan/resmi/rekap-pelatihan',
    open: ['Alt+b'],
  },
  { name: 'nama laporan', source: 'report/own/name-dialog', path: '/laporan/susun', open: ['Control+s'] },
  { name: 'verifikasi', source: 'certificate/verify/verify-page', path: '/sertifikat/verifikasi', leaves: true },
  { name: 'salinan', source: 'certificate/detail/copy-dialog', path: paper, open: ['s'] },
  { name: 'ganti sertifikat', source: 'certificate/detail/replace-dialog', path: paper, open: ['k'] },
  { name: 'cabut sertifikat', source: 'certificate/detail/revoke-dialog', path: paper, open: ['x'] },
  {
    name: 'terbit walaupun belum beres',
    source: 'certificate/issue/issue-dialogs',
    path: `${issued}/sertifikat?jenis=surat`,
    open: ['e'],
  },
  {
    name: 'cadangkan kunci',
    source: 'certificate/keys/key-dialogs',
    path: '/sertifikat/kunci',
    open: [':Cadangkan kunci'],
  },
  {
    name: 'pulihkan kunci',
    source: 'certificate/keys/key-dialogs',
    path: '/sertifikat/kunci',
    open: [':Pulihkan kunci'],
  },
  { name: 'ganti kunci', source: 'certificate/keys/key-dialogs', path: '/sertifikat/kunci', open: [':Ganti kunci'] },
  {
    name: 'nomor tanpa sertifikat',
    source: 'certificate/register/number-drawer',
    path: '/sertifikat',
    open: [':Nomor tanpa sertifikat'],
  },
  {
    name: 'nomor dicadangkan',
    source: 'certificate/register/set-aside-drawer',
    path: '/sertifikat',
    open: ['@Saring', '"0015', 'ArrowDown', 'Enter'],
  },
  { name: 'penanda tangan', source: 'settings/officer-drawer', path: '/pengaturan/penanda-tangan', open: ['Alt+b'] },
  { name: 'ruang', source: 'program/room-drawer', path: '/pengaturan/ruang', open: ['Alt+b'] },
  { name: 'program', source: 'settings/program-editor', path: '/pengaturan/program/1' },
  { name: 'pengguna', source: 'settings/person-drawer', path: '/pengaturan/pengguna', open: ['Alt+b'] },
  { name: 'ubah peran', source: 'settings/person-drawer', path: '/pengaturan/pengguna', open: ['F2'] },
  {
    name: 'pulihkan',
    source: 'backup/restore-pane',
    path: '/pengaturan/cadangan',
    open: [':Pulihkan, hilangkan'],
  },
  { name: 'nama meja', source: 'desk/desk-table', path: '/pengaturan/meja', open: [':Loket 1', 'F2'] },
  {
    name: 'orang kedua',
    source: 'access/second-person-dialog',
    path: '/pengaturan/pengguna',
    open: ['F2', '@Peran', '"Admin', 'Enter', 'Control+s'],
  },
  { name: 'tempat cadangan', source: 'backup/places-panel', path: '/pengaturan/cadangan', open: [':Tambah tempat'] },
  {
    name: 'formulir baru',
    source: 'office-form/add-form-drawer',
    path: '/pengaturan/formulir',
    open: ['+Berkas formulir'],
  },
  { name: 'nama formulir', source: 'office-form/rename-dialog', path: '/pengaturan/formulir', open: [':Ubah nama'] },
  {
    name: 'versi surat',
    source: 'letter/version-dialog',
    path: '/pengaturan/surat',
    open: [':Berita Acara Pembukaan', ':Versi'],
  },
  { name: 'balai', source: 'settings/centre-section', path: '/pengaturan/balai' },
  { name: 'aturan', source: 'settings/rules-section', path: '/pengaturan/aturan' },
  { name: 'aturan surat', source: 'settings/paper-rules-section', path: '/pengaturan/aturan-surat' },
  {
    name: 'penelusuran',
    source: 'alumni/follow-up/follow-up-drawer',
    path: '/laporan/penelusuran',
    open: ['Enter'],
    when: 'later',
  },
]

/** Shown only where the data is on a computer without its key. */
export const unlocking: Form = {
  name: 'buka hasil scan',
  source: 'computer/unlock-dialog',
  path: '/pengaturan/komputer',
  open: [':Buka dengan lembar pemulihan'],
}

const reason = 'asks for a reason by ReasonDialog alone, as “buka kembali hari” above does'
const question = 'has no field: it asks once, with the focus on Batal'
const boxes = 'has boxes to tick alone, by ChoiceDialog as “tutup beberapa hari” above'

/** Source files with a form or question that the list above does not test, and why. */
export const elsewhere: Readonly<Record<string, string>> = {
  'access/requests-panel': reason,
  'certificate-design/blank-run-dialog': 'needs a printer: test/shell-e2e/printing.test.ts presses all four keys',
  'cohort-page/trainees/member-panel': reason,
  'cohort/trained-again-dialog': reason,
  'desk/away-page': question,
  'desk/opening-panel': question,
  'folder/use-folder-actions': reason,
  'graduation/cohort-graduation': reason,
  'hub/hub-panel': question,
  'hub/notice-note': reason,
  'provision/photos-section': question,
  'registration/applicants/applicant-actions': reason,
  'registration/places/stipulation-tab': reason,
  'registration/ranking/ranking-tab': reason,
  'rights/anonymise-dialog': reason,
  'rights/withdraw-dialog': question,
  'scan/scan-page': question,
  'score/score-notes': reason,
  'session/forgotten-help': 'before signing in: “lupa sandi” in every-form-by-keys.test.ts',
  'session/restore-dialog': question,
  'session/set-up/set-up-wizard': 'the first start: “setting up” in every-form-by-keys.test.ts presses all its steps',
  'session/trouble-page': question,
  'settings/people-section': question,
  'teaching/cohort-teaching': boxes,
  'trainee-page/trainee-files': question,
  'trainee/list/columns-dialog': boxes,
  'trainee/list/export-dialog': boxes,
}
