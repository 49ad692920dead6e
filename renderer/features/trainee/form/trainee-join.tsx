import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { ageOn } from '../../../../shared/features/trainee/age.ts'
import type { Trainee } from '../../../../shared/features/trainee/contract.ts'
import { formatFieldValue } from '../../../../shared/features/trainee/field-value-labels.ts'
import { traineeDraft } from '../../../../shared/features/trainee/trainee.ts'
import { traineeLabels } from '../../../../shared/features/trainee/trainee-labels.ts'
import { useToday } from '../../../app/client.ts'
import { JoinPage } from '../../../app/desk/join/join-page.tsx'
import type { OwnFieldOf } from '../../../app/desk/join/use-join-choices.ts'
import { toast } from '../../../ui/feedback/toast.ts'
import { formatVillage } from '../trainee-format.ts'
import type { useTraineeForm } from './use-trainee-form.ts'
import { type ChosenVillage, VillagePicker } from './village-picker.tsx'

interface TraineeJoinProps {
  /** As it is stored now: what somebody else has saved too. */
  trainee: Trainee
  entry: ReturnType<typeof useTraineeForm>
  /** The villages that the form shows. */
  villages: readonly (ChosenVillage | null)[]
  correction: string | null
  onStored: () => void
}

/** The question of two who changed the same fields of one person. */
export function TraineeJoin({ trainee, entry, villages, correction, onStored }: TraineeJoinProps) {
  const router = useRouter()
  const today = useToday()
  const { changed, seen, mine } = entry
  const [before] = useState(() => villagesOf(trainee))
  const [written, setWritten] = useState<readonly ChosenVillage[]>([])
  if (!changed || !mine) return null
  const known = new Map<unknown, string>(
    [...before, ...villagesOf(trainee), ...villages, ...written].flatMap(one =>
      one ? [[one.code, one.words] as const] : [],
    ),
  )
  const ownVillage: OwnFieldOf = ({ label, onTake }) => (
    <VillagePicker
      label={label}
      value={null}
      onChange={village => {
        if (village === null) return
        setWritten(all => [...all, village])
        onTake(village.code)
      }}
    />
  )
  const { sex, birthDate, village, district } = trainee
  const facts = [sex, `${ageOn(birthDate, today)} th`, village && district && formatVillage(village, district)]
  return (
    <JoinPage
      key={`${changed.at} ${changed.conflicts.map(one => one.field).join()}`}
      about={{
        title: trainee.name,
        facts: facts.filter(Boolean).join(' · '),
        crumbs: [
          { label: 'Peserta', path: '/peserta' },
          { label: trainee.name, path: `/peserta/${trainee.id}` },
        ],
        subject: `peserta ${trainee.id}`,
        hasNumbers: true,
      }}
      changed={changed}
      seen={seen ?? {}}
      mine={mine}
      schema={traineeDraft}
      labels={traineeLabels}
      format={(field, value) => known.get(value) ?? (formatFieldValue(field, value) || undefined)}
      ownFields={{ villageCode: ownVillage, homeVillageCode: ownVillage }}
      pending={entry.pending}
      onJoin={async (chosen, unchosen) => {
        const id = await entry.join(changed, chosen, unchosen, correction)
        if (id === null) return
        onStored()
        router.history.replace(`/peserta/${id}`)
      }}
      onDraft={() => {
        // The page keeps what stands in it as it goes away, with what it was opened on.
        toast('Isian Anda menjadi draf. Dilanjutkan bila formulir ini dibuka lagi.')
        router.history.push(`/peserta/${trainee.id}`)
      }}
      onBack={entry.keepTyping}
    />
  )
}

function villagesOf({ villageCode, village, district, homeVillageCode, homeVillage, homeDistrict }: Trainee) {
  return [villageOf(villageCode, village, district), villageOf(homeVillageCode, homeVillage, homeDistrict)]
}

export function villageOf(
  code: string | null | undefined,
  village: string | null | undefined,
  district: string | null | undefined,
): ChosenVillage | null {
  return code && village && district ? { code, words: formatVillage(village, district) } : null
}
