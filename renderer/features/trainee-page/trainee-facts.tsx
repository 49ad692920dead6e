import { ageOn } from '../../../shared/features/trainee/age.ts'
import type { Trainee } from '../../../shared/features/trainee/contract.ts'
import { employmentLabels, maritalLabels, religionLabels } from '../../../shared/features/trainee/details.ts'
import { showPhone } from '../../../shared/features/trainee/phone.ts'
import { educationLabels } from '../../../shared/features/trainee/trainee.ts'
import { traineeLabels } from '../../../shared/features/trainee/trainee-labels.ts'
import { longDate, yearOf } from '../../../shared/kernel/plain-date.ts'
import { useToday } from '../../app/client.ts'
import { type Fact, FactColumns } from '../../ui/page/fact-list.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { addressesOf, joined } from '../trainee/trainee-format.ts'

/** The data of the form; rarely used fields only if filled. */
export function TraineeFacts({ trainee }: { trainee: Trainee }) {
  const today = useToday()
  const { birthDate, education, employment } = trainee
  const { street, place, home } = addressesOf(trainee)
  const anonymous = trainee.state === 'ANONYMOUS'
  const born = anonymous ? String(yearOf(birthDate)) : `${longDate(birthDate)} (${ageOn(birthDate, today)} th)`
  const always: Fact[] = [
    { label: traineeLabels.nik, value: anonymous ? null : <span className={layout.digits}>{trainee.nik}</span> },
    {
      label: traineeLabels.familyCard,
      value: trainee.familyCard && <span className={layout.digits}>{trainee.familyCard}</span>,
    },
    { label: 'Lahir', value: joined(trainee.birthPlace, born) },
    { label: traineeLabels.sex, value: trainee.sex === 'P' ? 'Perempuan' : 'Laki-laki' },
    { label: traineeLabels.phone, value: showPhone(trainee.phone) },
    { label: traineeLabels.education, value: education && educationLabels[education] },
    { label: traineeLabels.address, value: street },
    { label: 'Kelurahan', value: place },
    { label: traineeLabels.employment, value: employment && employmentLabels[employment] },
  ]
  const { religion, maritalStatus, jobCardDate, colourBlind, shoeSize } = trainee
  const rest: Fact[] = [
    { label: 'Domisili', value: home },
    { label: traineeLabels.email, value: trainee.email },
    { label: traineeLabels.religion, value: religion && religionLabels[religion] },
    { label: traineeLabels.maritalStatus, value: maritalStatus && maritalLabels[maritalStatus] },
    { label: 'AK-1', value: joined(trainee.jobCard, jobCardDate && longDate(jobCardDate)) },
    { label: traineeLabels.shirtSize, value: trainee.shirtSize },
    { label: traineeLabels.shoeSize, value: shoeSize },
    { label: traineeLabels.colourBlind, value: colourBlind === null ? null : colourBlind ? 'Ya' : 'Tidak' },
    { label: traineeLabels.emergencyName, value: joined(trainee.emergencyName, showPhone(trainee.emergencyPhone)) },
  ]
  return (
    <Panel title="Data diri">
      <FactColumns facts={[...always, ...rest.filter(fact => fact.value !== null && fact.value !== '')]} />
    </Panel>
  )
}
