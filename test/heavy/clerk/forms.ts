/** A form as a clerk comes to it, and the file of the screen that it is in. */
export type Form = {
  name: string
  /** Below renderer/features. */
  source: string
  path: string
  /** What opens it there: keys, or words to press on after a colon. A form that is a page of its own has none. */
  open?: readonly string[]
  /** It opens in the page, not over it. */
  inPage?: true
  /** Only once the class is decided and its certificates are issued. */
  decided?: true
}

const running = '/angkatan/TR-2024-01'
const decided = '/angkatan/TR-2024-03'
const paper = '/sertifikat/500.15-0001-BLK-I-2025'

/** Every form of the program that the sample centres can come to. */
export const forms: readonly Form[] = [
  { name: 'instruktur baru', source: 'instructor/instructor-drawer', path: '/instruktur', open: ['Alt+b'] },
  {
    name: 'sertifikat BNSP',
    source: 'instructor/credential/credential-drawer',
    path: '/instruktur/1',
    open: ['Alt+b'],
  },
  { name: 'cuti', source: 'instructor/detail/leave-drawer', path: '/instruktur/1', open: [':Catat cuti'] },
  { name: 'pembayaran', source: 'instructor/detail/payment-drawer', path: '/instruktur/1', open: [':Isi pembayaran'] },
  { name: 'kegiatan baru', source: 'activity/activity-drawer', path: '/kegiatan', open: ['Alt+b'] },
  { name: 'realisasi', source: 'activity/spending-drawer', path: '/kegiatan/1', open: ['Alt+b'] },
  { name: 'kelas kegiatan', source: 'activity/assign-dialog', path: '/kegiatan/1', open: [':Masukkan kelas'] },
  { name: 'rencana serapan', source: 'report/money/plan-dialog', path: '/laporan/dana', open: ['Alt+r'] },
  { name: 'tanggal merah', source: 'calendar/day-off-drawer', path: '/kalender/2025', open: ['Alt+b'] },
  { name: 'libur mendadak', source: 'replan/late-holiday-page', path: '/kalender/libur-susulan' },
  { name: 'peserta baru', source: 'trainee/form/trainee-form-page', path: '/peserta/baru' },
  { name: 'ubah peserta', source: 'trainee/form/trainee-form-page', path: '/peserta/1/ubah' },
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
  {
    name: 'instruktur hari',
    source: 'cohort-page/schedule/instructor-dialog',
    path: `${running}/jadwal`,
    open: ['F4'],
  },
  { name: 'jam kelas', source: 'timetable/clock/clock-dialog', path: `${running}/jadwal`, open: [':Atur jam'] },
  {
    name: 'ganti pengajar',
    source: 'timetable/substitute/substitute-dialog',
    path: `${running}/jadwal`,
    open: [':Ganti pengajar…'],
  },
  {
    name: 'keluar dari kelas',
    source: 'cohort-page/trainees/leave-dialog',
    path: `${running}/peserta`,
    open: [':Catat keluar dari kelas'],
  },
  { name: 'sidang', source: 'graduation/panel-drawer', path: `${running}/kelulusan`, open: [':Ubah sidang'] },
  {
    name: 'buka kembali hari',
    source: 'attendance/attendance-dialogs',
    path: `${running}/kehadiran?hari=3`,
    open: [':Buka kembali…'],
  },
  {
    name: 'isi hari kosong',
    source: 'attendance/fill-days-dialog',
    path: '/angkatan/TB-2024-01/kehadiran',
    open: ['Control+e'],
  },
  { name: 'satu berkas', source: 'folder/cohort-file-dialog', path: `${running}/berkas`, open: ['Control+Enter'] },
  { name: 'cetak beberapa', source: 'folder/print-papers-dialog', path: `${running}/berkas`, open: ['Alt+c'] },
  { name: 'penyedia', source: 'provision/supply-section', path: `${running}/berkas/perlengkapan` },
  { name: 'angkatan baru', source: 'cohort/planner/planner-page', path: '/angkatan/baru' },
  { name: 'impor', source: 'import/import-page', path: '/peserta/impor' },
  { name: 'seleksi baru', source: 'registration/drawer/registration-drawer', path: '/seleksi', open: ['Alt+b'] },
  { name: 'modal kerja', source: 'alumni/aid/aid-proposal-drawer', path: '/laporan/modal-kerja', open: ['Alt+b'] },
  { name: 'aturan laporan', source: 'report/official/setting-drawer', path: '/laporan/resmi', open: ['Alt+a'] },
  { name: 'nama laporan', source: 'report/own/name-dialog', path: '/laporan/susun', open: ['Control+s'] },
  { name: 'verifikasi', source: 'certificate/verify/verify-page', path: '/sertifikat/verifikasi' },
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
  { name: 'penanda tangan', source: 'settings/officer-drawer', path: '/pengaturan/penanda-tangan', open: ['Alt+b'] },
  { name: 'ruang', source: 'program/room-drawer', path: '/pengaturan/ruang', open: ['Alt+b'] },
  { name: 'program', source: 'settings/program-editor', path: '/pengaturan/program/1' },
  { name: 'pengguna', source: 'settings/person-drawer', path: '/pengaturan/pengguna', open: ['Alt+b'] },
  { name: 'tempat cadangan', source: 'backup/places-panel', path: '/pengaturan/cadangan', open: [':Tambah tempat'] },
  { name: 'balai', source: 'settings/centre-section', path: '/pengaturan/balai' },
  { name: 'aturan', source: 'settings/rules-section', path: '/pengaturan/aturan' },
  { name: 'aturan surat', source: 'settings/paper-rules-section', path: '/pengaturan/aturan-surat' },
  { name: 'salinan', source: 'certificate/detail/copy-dialog', path: paper, open: ['s'], decided: true },
  { name: 'ganti sertifikat', source: 'certificate/detail/replace-dialog', path: paper, open: ['k'], decided: true },
  { name: 'cabut sertifikat', source: 'certificate/detail/revoke-dialog', path: paper, open: ['x'], decided: true },
  {
    name: 'buka kembali sidang',
    source: 'graduation/cohort-graduation',
    path: `${decided}/kelulusan`,
    open: [':Buka kembali sidang'],
    decided: true,
  },
  {
    name: 'buka kembali nilai',
    source: 'score/cohort-scores',
    path: `${decided}/nilai`,
    open: [':Buka kembali dengan alasan'],
    decided: true,
  },
]

const reason = 'asks for a reason by ReasonDialog alone, as “buka kembali sidang” above does'
const question = 'has no field: it asks once, with the focus on Batal'
const boxes = 'has boxes to tick alone, as “isi hari kosong” above does'

/** Files with a form or a question that no keys are pressed in here, and why. */
export const elsewhere: Readonly<Record<string, string>> = {
  'access/requests-panel': reason,
  'access/second-person-dialog': 'the password of another person; test/e2e/session/sign-in.test.ts',
  'activity/reversal-dialog': reason,
  'alumni/aid/aid-drawer': reason,
  'alumni/collection/collection-dialog': 'Ctrl Enter records at once and goes to the next; test/e2e/alumni',
  'alumni/follow-up/follow-up-drawer': 'falls due months after the class; test/e2e/alumni',
  'attendance/close-days-dialog': boxes,
  'attendance/close-dialog': 'Enter closes the day; test/heavy/clerk/clerks-week.test.ts',
  'attendance/mark/mark-dialog': 'opens from a cell; test/e2e/attendance/cohort-attendance.test.ts',
  'backup/restore-pane': 'needs a bundle; test/e2e/backup',
  'certificate-design/blank-run-dialog': 'needs a printed blank; test/e2e/certificate-design',
  'certificate/issue/issue-papers': reason,
  'certificate/register/set-aside-drawer': 'opens from a row; test/e2e/certificate',
  'cohort-page/summary/cohort-summary': reason,
  'cohort-page/summary/move-dialog': 'a class that has not begun; test/e2e/cohort',
  'cohort-page/trainees/member-panel': reason,
  'cohort/credential-override-dialog': 'an instructor without credential; test/e2e/instructor',
  'cohort/trained-again-dialog': reason,
  'computer/unlock-dialog': 'a data folder that is encrypted; test/e2e/session/lost-data.test.ts',
  'desk/away-page': question,
  'desk/desk-table': 'needs a paired desk; test/e2e/desk',
  'desk/opening-panel': question,
  'folder/form-dialog': 'prints an office form; test/e2e/office-form',
  'folder/use-folder-actions': reason,
  'hub/hub-panel': question,
  'hub/notice-note': reason,
  'letter/version-dialog': 'a list of versions to choose from; test/e2e/letter',
  'office-form/add-form-drawer': 'opens with a file; test/e2e/office-form',
  'office-form/rename-dialog': 'needs a form of the office; test/e2e/office-form',
  'provision/photos-section': question,
  'registration/applicants/applicant-actions': reason,
  'registration/places/stipulation-form': 'needs a ranking; test/e2e/registration/selection.test.ts',
  'registration/places/stipulation-tab': reason,
  'registration/ranking/ranking-tab': reason,
  'registration/ranking/tie-dialog': 'needs equal scores; test/e2e/registration/selection.test.ts',
  'report/official/settle-drawer': 'needs a report that is due; test/e2e/report',
  'rights/anonymise-dialog': reason,
  'rights/withdraw-dialog': question,
  'scan/scan-page': question,
  'session/forgotten-help': 'before signing in; test/e2e/session/sign-in.test.ts',
  'session/restore-dialog': question,
  'session/set-up/set-up-wizard': 'each of its steps is pressed by “setting up” in every-form-by-keys.test.ts',
  'session/trouble-page': question,
  'settings/people-section': question,
  'teaching/cohort-teaching': boxes,
  'teaching/lessons-dialog': 'opens from a row; test/e2e/attendance',
  'trainee-page/trainee-files': question,
  'trainee/list/trainee-list-page': boxes,
}
