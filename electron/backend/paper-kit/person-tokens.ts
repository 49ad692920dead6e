import type { CentreNames } from '../../../shared/facts/letter-facts.ts'
import type { PersonFacts, PersonPaperFacts } from '../../../shared/facts/person-facts.ts'
import type { InvitationFacts } from '../../../shared/facts/registration-facts.ts'
import { known, optional, type TokenValues } from '../../../shared/features/letter/fill-template.ts'
import type { Meeting } from '../../../shared/features/registration/registration.ts'
import { occasionName } from '../../../shared/features/registration/registration-format.ts'
import { fullDate, longDate } from '../../../shared/kernel/plain-date.ts'
import { showTime } from '../../../shared/kernel/time.ts'
import { centreTokens, withZone } from './centre-tokens.ts'

export function personTokens({ course, period, centre }: PersonPaperFacts, names: CentreNames): TokenValues {
  return {
    ...centreTokens(names, centre.city),
    pelatihan_orang: known(course),
    masa_pelatihan: optional(period === '' ? '' : `pada tanggal ${period}`),
  }
}

export function invitedTokens(
  {
    centre,
    letter,
    title,
    program,
    decree,
  }: Pick<InvitationFacts, 'centre' | 'letter' | 'title' | 'program' | 'decree'>,
  meeting: Meeting,
  { name, village }: PersonFacts,
): TokenValues {
  const { occasion, time, place } = meeting
  return {
    ...centreTokens(letter.names, centre.city),
    nama_pendaftar: known(name, 62),
    tempat_pendaftar: known(village === '' ? 'tempat' : `Kelurahan ${village}`),
    pendaftaran: known(title),
    program_pendaftaran: known(program),
    nomor_penetapan: known(decree?.number ?? null),
    tanggal_penetapan: known(decree && longDate(decree.date)),
    nama_pertemuan: known(occasionName(occasion).toLowerCase()),
    hari_pertemuan: known(fullDate(meeting.date)),
    waktu_pertemuan: known(withZone(showTime(time), centre.zone)),
    tempat_pertemuan: known(place),
  }
}
