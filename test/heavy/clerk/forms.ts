/** A form as a clerk comes to it, and the file of the screen that it is in. */
export type Form = {
  name: string
  /** Below renderer/features. */
  source: string
  path: string
  /** The keys that open it there. A form that is a page of its own has none. */
  open?: readonly string[]
  /** It opens in the page, not over it. */
  inPage?: true
}

const running = '/angkatan/TR-2024-01'

/** Every form of the program that the sample centres can come to. */
export const forms: readonly Form[] = [
  { name: 'instruktur baru', source: 'instructor/instructor-drawer', path: '/instruktur', open: ['Alt+b'] },
  {
    name: 'sertifikat BNSP',
    source: 'instructor/credential/credential-drawer',
    path: '/instruktur/1',
    open: ['Alt+b'],
  },
  { name: 'kegiatan baru', source: 'activity/activity-drawer', path: '/kegiatan', open: ['Alt+b'] },
  { name: 'tanggal merah', source: 'calendar/day-off-drawer', path: '/kalender/2025', open: ['Alt+b'] },
  { name: 'libur mendadak', source: 'replan/late-holiday-page', path: '/kalender/libur-susulan' },
  { name: 'peserta baru', source: 'trainee/form/trainee-form-page', path: '/peserta/baru' },
  { name: 'ubah peserta', source: 'trainee/form/trainee-form-page', path: '/peserta/1/ubah' },
  { name: 'catatan peserta', source: 'note/note-dialog', path: '/peserta/1', open: ['Alt+c'] },
  { name: 'catatan kelas', source: 'note/note-dialog', path: running, open: ['Alt+c'] },
  {
    name: 'keterangan kelas',
    source: 'cohort-page/summary/cohort-facts-form',
    path: running,
    open: ['F2'],
    inPage: true,
  },
  { name: 'angkatan baru', source: 'cohort/planner/use-new-plan', path: '/angkatan/baru' },
  { name: 'impor', source: 'import/import-page', path: '/peserta/impor' },
  { name: 'seleksi baru', source: 'registration/drawer/registration-drawer', path: '/seleksi', open: ['Alt+b'] },
  { name: 'modal kerja', source: 'alumni/aid/aid-proposal-drawer', path: '/laporan/modal-kerja', open: ['Alt+b'] },
  { name: 'verifikasi', source: 'certificate/verify/verify-page', path: '/sertifikat/verifikasi' },
  { name: 'penanda tangan', source: 'settings/officer-drawer', path: '/pengaturan/penanda-tangan', open: ['Alt+b'] },
  { name: 'ruang', source: 'program/room-drawer', path: '/pengaturan/ruang', open: ['Alt+b'] },
  { name: 'pengguna', source: 'settings/person-drawer', path: '/pengaturan/pengguna', open: ['Alt+b'] },
  { name: 'balai', source: 'settings/centre-section', path: '/pengaturan/balai' },
  { name: 'aturan', source: 'settings/rules-section', path: '/pengaturan/aturan' },
  { name: 'aturan surat', source: 'settings/paper-rules-section', path: '/pengaturan/aturan-surat' },
]

const open = 'not pressed yet'
const reason = 'asks for a reason by ReasonDialog alone: one field, Ctrl Enter, Esc'
const question = 'has no field: it asks once, with the focus on Batal'
const boxes = 'has boxes to tick alone'

/** Files with a form or a question that no keys are pressed in here, and why. */
export const elsewhere: Readonly<Record<string, string>> = {
  'activity/assign-dialog': open,
  'activity/spending-drawer': open,
  'attendance/attendance-dialogs': open,
  'attendance/fill-days-dialog': open,
  'backup/places-panel': open,
  'certificate/detail/copy-dialog': open,
  'certificate/detail/replace-dialog': open,
  'certificate/detail/revoke-dialog': open,
  'certificate/keys/key-dialogs': open,
  'certificate/register/number-drawer': open,
  'cohort-page/schedule/instructor-dialog': open,
  'cohort-page/trainees/leave-dialog': open,
  'folder/cohort-file-dialog': open,
  'folder/print-papers-dialog': open,
  'graduation/cohort-graduation': open,
  'graduation/panel-drawer': open,
  'instructor/detail/leave-drawer': open,
  'instructor/detail/payment-drawer': open,
  'provision/supply-section': open,
  'report/money/plan-dialog': open,
  'report/official/setting-drawer': open,
  'report/own/name-dialog': open,
  'rights/consent-drawer': open,
  'rights/freeze-dialog': open,
  'score/score-notes': open,
  'settings/program-editor': open,
  'timetable/clock/clock-dialog': open,
  'timetable/substitute/substitute-dialog': open,
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
  'certificate/issue/issue-dialogs': reason,
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
  'session/set-up/set-up-wizard': 'before signing in; test/e2e/session/first-start.test.ts',
  'session/trouble-page': question,
  'settings/people-section': question,
  'teaching/cohort-teaching': boxes,
  'teaching/lessons-dialog': 'opens from a row; test/e2e/attendance',
  'trainee-page/trainee-files': question,
  'trainee/list/columns-dialog': boxes,
  'trainee/list/export-dialog': boxes,
}
