import type { AidState } from './features/alumni/aid.ts'
import type { PlainDate } from './kernel/plain-date.ts'

export type EntityKind =
  | 'cohort'
  | 'day'
  | 'trainee'
  | 'import'
  | 'enrolment'
  | 'instructor'
  | 'credential'
  | 'leave'
  | 'scan'
  | 'program'
  | 'room'
  | 'officer'
  | 'operator'
  | 'dayOff'
  | 'certificate'
  | 'number'
  | 'copy'
  | 'unit'
  | 'activity'
  | 'spending'
  | 'file'
  | 'registration'
  | 'applicant'
  | 'consent'
  | 'merge'
  | 'letterVersion'
  | 'design'
  | 'designVersion'
  | 'graduate'
  | 'aid'

/** Every rule that can be broken, as data. refusal-words.ts says each in Indonesian, for the screen and the command line alike. */
export type DomainErrorData =
  // the program and its data folder
  | { code: 'not_set_up' }
  | { code: 'already_set_up' }
  | { code: 'no_operator' }
  | { code: 'database_locked' }
  | { code: 'database_damaged'; snapshot: string | null }
  | { code: 'database_newer'; version: number }
  | { code: 'database_outdated' }
  | { code: 'database_foreign' }
  | { code: 'database_missing'; folder: string }
  | { code: 'network_folder'; folder: string }
  | { code: 'folder_unwritable'; folder: string }
  | { code: 'disk_full' }
  | { code: 'port_in_use'; port: number }
  | { code: 'data_exists'; folder: string }
  | { code: 'snapshot_unknown'; name: string }
  | { code: 'snapshot_damaged'; name: string }
  | { code: 'no_good_snapshot'; folder: string }
  | { code: 'host_cannot'; action: 'print' | 'save' }
  // anything
  | { code: 'not_found'; entity: EntityKind }
  | { code: 'name_taken'; entity: EntityKind; name: string }
  | { code: 'invalid_input'; problems: { path: string; message: string }[] }
  // letters
  | { code: 'letter_changed'; title: string }
  // calendar
  | { code: 'day_off_taken'; date: PlainDate; name: string }
  | { code: 'table_unreadable'; file: string }
  | { code: 'shift_blocked'; problems: { cohort: string; message: string }[] }
  // planning
  | { code: 'start_on_day_off'; date: PlainDate; reason: string; next: PlainDate }
  | { code: 'no_holiday_table'; years: number[] }
  | { code: 'cohort_number_taken'; number: number; year: number }
  | { code: 'program_without_units'; title: string }
  | { code: 'instructor_not_permitted'; name: string; n: number; date: PlainDate; why: string }
  | { code: 'instructor_busy'; name: string; n: number; date: PlainDate; cohort: string }
  | { code: 'instructor_away'; name: string; n: number; date: PlainDate; why: string }
  | { code: 'teaches_on_leave'; name: string; cohort: string; n: number; date: PlainDate }
  | { code: 'leave_over'; until: PlainDate }
  | { code: 'leave_begun'; from: PlainDate }
  | { code: 'allowance_not_needed'; name: string }
  | { code: 'timetable_changed' }
  | { code: 'practice_before_theory'; unit: string }
  | { code: 'teaching_in_prayer'; date: PlainDate }
  | { code: 'clock_past_midnight' }
  | { code: 'not_teaching'; name: string; n: number }
  | { code: 'not_a_scan'; file: string }
  | { code: 'scan_too_large'; megabytes: number }
  | { code: 'room_busy'; name: string; n: number; date: PlainDate; cohort: string }
  | { code: 'trainee_busy'; name: string; cohort: string; until: PlainDate; n: number; date: PlainDate }
  | { code: 'credential_in_use'; name: string; cohort: string; date: PlainDate }
  | { code: 'cohort_cancelled'; cohort: string }
  | { code: 'cohort_has_held_days'; cohort: string; days: number }
  | { code: 'day_held'; n: number }
  // people
  | { code: 'nik_taken'; name: string; traineeId: number }
  | { code: 'already_enrolled'; name: string }
  /** Somebody was trained already; a reason lets them in. */
  | { code: 'trained_already'; people: { name: string; cohort: string; start: PlainDate }[] }
  | { code: 'both_in_class'; cohort: string }
  | { code: 'both_in_registration'; registration: string }
  /** The paper is out, under a name and birth date that the choice would make another's. */
  | { code: 'certificate_says'; number: string; name: string; birthDate: PlainDate }
  | { code: 'certificate_since_merge'; number: string; name: string }
  | { code: 'evidence_used_since_merge'; cohort: string }
  | { code: 'merged_later'; name: string }
  | { code: 'nik_taken_since_merge'; name: string }
  | { code: 'data_in_future'; date: PlainDate }
  | { code: 'not_a_file'; file: string }
  | { code: 'not_a_picture'; file: string }
  | { code: 'pictures_full'; most: number }
  | { code: 'file_too_large'; megabytes: number }
  | { code: 'file_missing' }
  | { code: 'file_damaged' }
  | { code: 'cohort_full'; limit: number }
  | { code: 'has_marks'; name: string }
  | { code: 'class_over'; cohort: string }
  | { code: 'marks_after_leaving'; name: string; n: number }
  | { code: 'no_such_file'; file: string }
  | { code: 'not_a_workbook'; file: string }
  | { code: 'workbook_locked'; file: string }
  | { code: 'workbook_too_large'; megabytes: number; rows: number }
  | { code: 'workbook_swells'; file: string }
  | { code: 'workbook_without_header'; sheet: string; missing: string[] }
  | { code: 'sheet_unknown'; sheet: string; sheets: string[] }
  | { code: 'import_cancelled' }
  | { code: 'import_in_use'; words: string[] }
  | { code: 'import_taken_back'; date: PlainDate; by: string }
  // rights of a person
  | { code: 'person_frozen'; name: string; since: PlainDate }
  | { code: 'person_anonymised' }
  /** Said by the database, which knows no name. */
  | { code: 'person_closed' }
  | { code: 'person_not_frozen'; name: string }
  | { code: 'date_not_come'; date: PlainDate }
  | { code: 'guardian_needed'; age: number }
  | { code: 'withdrawn_before_signed'; signedOn: PlainDate }
  | { code: 'consent_withdrawn_already'; date: PlainDate }
  | { code: 'kept_for_class'; name: string; cohort: string; until: PlainDate }
  | { code: 'reason_of_request'; name: string }
  // attendance
  | { code: 'day_in_future'; n: number; date: PlainDate }
  | { code: 'day_closed'; n: number; by: string }
  | { code: 'day_not_closed'; n: number }
  | { code: 'day_incomplete'; n: number; names: string[] }
  | { code: 'not_a_member'; name: string; n: number }
  | { code: 'instructor_not_of_day'; name: string; n: number }
  | { code: 'letter_without_leave'; name: string; n: number }
  | { code: 'letter_attached'; name: string; n: number }
  // teaching as it was held
  | { code: 'teaching_closed'; n: number; by: string }
  | { code: 'teaching_unplanned'; n: number }
  | { code: 'lesson_over_hours'; n: number; hours: number }
  | { code: 'lesson_twice'; name: string; n: number; hour: number }
  | { code: 'lesson_unnamed'; n: number }
  | { code: 'taught_elsewhere'; name: string; cohort: string; start: string; end: string }
  // sheets that come back as scans
  | { code: 'scan_unreadable'; file: string }
  | { code: 'scan_too_long'; pages: number }
  | { code: 'scan_cancelled' }
  | { code: 'scan_confirmed'; by: string }
  | { code: 'scan_without_class' }
  | { code: 'scan_has_code' }
  // scores, panel, certificates
  | { code: 'scores_closed'; by: string }
  | { code: 'scores_not_closed' }
  | { code: 'scores_missing'; count: number }
  | { code: 'rules_stand'; cohort: string }
  | { code: 'override_for_nothing'; check: string }
  | { code: 'not_tested_yet'; name: string; date: PlainDate }
  | { code: 'not_trained'; name: string }
  | { code: 'test_number_taken'; number: string; name: string }
  | { code: 'panel_decided' }
  | { code: 'panel_not_decided' }
  | { code: 'panel_missing'; words: string[] }
  | { code: 'panel_before_end'; date: PlainDate; end: PlainDate }
  | { code: 'panel_in_future'; date: PlainDate }
  | { code: 'override_not_possible'; name: string }
  | { code: 'design_built_in'; name: string }
  | { code: 'design_in_use'; name: string }
  | { code: 'design_unreadable'; problems: string[] }
  | { code: 'design_picture_unreadable'; reason: 'too_large' | 'no_picture' }
  | { code: 'certificates_exist'; count: number }
  | { code: 'already_issued'; name: string; number: string }
  | { code: 'not_entitled'; name: string }
  | { code: 'officer_not_valid'; name: string; date: PlainDate }
  | { code: 'issue_before_panel'; date: PlainDate; heldOn: PlainDate }
  | { code: 'issue_checks'; messages: string[] }
  | { code: 'nothing_issued' }
  | { code: 'numbers_moved' }
  | { code: 'number_taken'; number: string }
  | { code: 'signing_key_missing' }
  | { code: 'key_backup_unreadable' }
  | { code: 'key_passphrase_wrong' }
  | { code: 'series_token_missing' }
  | { code: 'number_void'; number: string }
  | { code: 'certificate_revoked'; number: string }
  | { code: 'certificate_superseded'; number: string; by: string }
  | { code: 'date_before_issue'; date: PlainDate; issuedOn: PlainDate }
  | { code: 'date_in_future'; date: PlainDate }
  | { code: 'not_signed_elsewhere' }
  | { code: 'signed_file_known' }
  | { code: 'paper_waits'; words: string }
  // folder of the class, printing
  | { code: 'file_cancelled' }
  | { code: 'page_range'; pages: number }
  | { code: 'printer_failed'; printer: string }
  // activities and money
  | { code: 'activity_number_taken'; number: number; year: number; title: string }
  | { code: 'class_without_activity'; cohort: string; year: number }
  | { code: 'activity_of_other_year'; activity: string; year: number; cohort: string; start: PlainDate }
  | { code: 'activity_year_in_use'; activity: string; year: number; cohorts: number; entries: number }
  | { code: 'spending_outside_year'; date: PlainDate; year: number }
  | { code: 'spending_reversed_already'; description: string }
  | { code: 'evidence_of_reversal'; description: string }
  | { code: 'reversal_not_reversible'; description: string }
  | { code: 'regency_unknown'; regency: string }
  // registration and selection
  | { code: 'registration_not_open'; date: PlainDate; opens: PlainDate; closes: PlainDate }
  | { code: 'registered_in_future'; date: PlainDate }
  | { code: 'applied_already'; name: string; registration: string }
  | { code: 'applicant_has_results'; name: string }
  | { code: 'applicants_outside_window'; date: PlainDate; count: number }
  | { code: 'class_of_other_program'; cohort: string; program: string }
  | { code: 'stage_not_held'; stage: string }
  | { code: 'not_a_tie' }
  | { code: 'selection_decided' }
  | { code: 'selection_not_decided' }
  | { code: 'selection_missing'; words: string[] }
  | { code: 'decree_in_future'; date: PlainDate }
  | { code: 'people_registered_again'; count: number }
  | { code: 'no_place'; name: string }
  | { code: 'gave_up_already'; name: string }
  | { code: 'not_given_up'; name: string }
  | { code: 'place_taken'; name: string; by: string }
  | { code: 'in_class_already'; name: string; cohort: string }
  | { code: 'reason_wanted' }
  | { code: 'nothing_vacant' }
  | { code: 'reserve_too_late'; untilDay: number }
  | { code: 'other_reserve_first'; name: string; first: string }
  | { code: 'nobody_registered_again' }
  // after graduation
  | { code: 'collected_already'; number: string; date: PlainDate }
  | { code: 'not_collected'; number: string }
  | { code: 'follow_up_not_due'; name: string; month: number; due: PlainDate }
  | { code: 'graduates_in_use'; followed: number; aided: number }
  | { code: 'village_has_aid'; village: string; year: number; name: string }
  | { code: 'aid_given_already'; name: string; year: number }
  | { code: 'aid_without_village'; name: string }
  | { code: 'aid_date_before'; date: PlainDate; before: PlainDate }
  | { code: 'aid_step_impossible'; name: string; from: AidState; to: AidState }

export type DomainErrorCode = DomainErrorData['code']
