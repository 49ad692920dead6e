import { IconUserUp } from '@tabler/icons-react'
import { api, useCommand, useRead } from '../../../app/client.ts'
import { ActionButton } from '../../../ui/action/action-button.tsx'
import { ErrorNote, Note } from '../../../ui/feedback/note.tsx'
import { useTrainedAgain } from '../../cohort/use-trained-again.tsx'

/** On the page of a class: a place became free in time, and who moves up. */
export function ReserveOffer({ code }: { code: string }) {
  const reading = useRead(api.registration.reserveOffers, { code })
  const promote = useTrainedAgain(
    useCommand(api.registration.promote, { done: ({ name }) => `${name} naik dari cadangan.` }),
    'Naikkan dengan alasan',
  )
  return (
    <>
      {promote.dialog}
      <ErrorNote error={promote.error} />
      {(reading.data ?? []).map(offer => (
        <Note
          key={offer.applicantId}
          tone="warn"
          title={`Tempat ${offer.given} kosong.`}
          actions={
            <ActionButton
              size="xs"
              icon={IconUserUp}
              pending={promote.pending}
              onAction={() => promote.run({ applicantId: offer.applicantId })}
            >
              Naikkan {offer.name}
            </ActionButton>
          }
        >
          Cadangan {offer.reserve}: {offer.name}.
        </Note>
      ))}
    </>
  )
}
