import type { DomainErrorCode } from '../../shared/domain-error.ts'

/** Errors without a page in the guide, and why. */
export const errorsWithoutPage: Record<string, readonly DomainErrorCode[]> = {
  'somebody stopped it himself': ['import_cancelled', 'scan_cancelled', 'file_cancelled'],
  'the page is behind, and loading it again is all there is to do': [
    'not_a_tie',
    'not_given_up',
    'backup_place_unknown',
  ],
  'the field beside it says all': ['reason_wanted', 'paper_waits', 'name_taken'],
  'said by the command line only': [
    'no_such_file',
    'port_in_use',
    'data_exists',
    'release_key_inside',
    'release_key_unknown',
  ],
}
