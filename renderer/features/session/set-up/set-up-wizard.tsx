import { useState } from 'react'
import type { SecretDraft } from '../../../../shared/features/access/secret.ts'
import { defaultCentre, officerDraft } from '../../../../shared/features/centre/centre.ts'
import type { SessionStatus } from '../../../../shared/features/session/contract.ts'
import { plainDate, yearOf } from '../../../../shared/kernel/plain-date.ts'
import { api, client, useCommand, useRead } from '../../../app/client.ts'
import { useDraftForm } from '../../../app/use-draft-form.ts'
import { backAction, primaryAction, useActions } from '../../../ui/action/action.ts'
import { ActionButtons } from '../../../ui/action/action-button.tsx'
import { KeyHints } from '../../../ui/action/key-cap.tsx'
import { fieldKeys } from '../../../ui/action/widget-keys.ts'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { StickyBar } from '../../../ui/form/sticky-bar.tsx'
import type { OfficerValues } from '../../centre/officer-fields.tsx'
import { GatePage } from '../gate-page.tsx'
import { NewSecretFields, useNewSecret } from '../new-secret-fields.tsx'
import { RestoreBundlePage } from '../restore-bundle-page.tsx'
import { unknownName } from '../unknown-name.ts'
import { CentreStep, centreStepDraft } from './centre-step.tsx'
import { OfficerStep } from './officer-step.tsx'
import { SetUpSteps } from './set-up-steps.tsx'
import { StartStep } from './start-step.tsx'

const titles = ['Balai mana yang memakai program ini?', 'Siapa yang menandatangani surat?', 'Siap dipakai']
const nexts = ['Lanjut ke penanda tangan', 'Lanjut', 'Mulai bekerja']

/** First start: a new centre, or one restored from a backup. */
export function SetUpWizard({ status }: { status: SessionStatus }) {
  const [restoring, setRestoring] = useState(false)
  return restoring ? (
    <RestoreBundlePage status={status} present={false} onBack={() => setRestoring(false)} />
  ) : (
    <NewCentre status={status} onRestore={() => setRestoring(true)} />
  )
}

/** Three steps, prefilled as far as possible; Ctrl Enter on each is enough. */
function NewCentre({ status, onRestore }: { status: SessionStatus; onRestore: () => void }) {
  const [step, setStep] = useState(0)
  const [logo, setLogo] = useState<string | null>(null)
  const centre = useDraftForm(centreStepDraft, { ...defaultCentre, operator: 'Petugas loket' })
  const officer = useDraftForm(officerDraft, firstOfficer(status.today))
  const access = useRead(api.access.status, {})
  const secret = useNewSecret()
  const [tried, setTried] = useState(false)
  const setUp = useCommand({ call: begin })

  function next() {
    if (step === 0 && centre.read()) setStep(1)
    else if (step === 1 && officer.read()) setStep(2)
    else if (step === 2) return finish()
    return undefined
  }
  async function finish() {
    const centreValues = centre.read()
    const officerValues = officer.read()
    if (!centreValues || !officerValues) return
    setTried(true)
    const { operator, ...rest } = centreValues
    if (secret.draft)
      await setUp.run({ setUp: { centre: rest, logo, officer: officerValues, operator }, secret: secret.draft })
  }
  const goOn = primaryAction('Ctrl Enter', nexts[step] ?? '', next, { hint: 'lanjut', pending: setUp.pending })
  const goBack = backAction(() => setStep(step - 1))
  useActions([goOn, step > 0 && goBack])

  return (
    <GatePage
      title={titles[step] ?? ''}
      lead={`Langkah ${step + 1} dari 3 · kira-kira satu menit`}
      aside={<SetUpSteps step={step} onStep={setStep} />}
      bar={
        <StickyBar
          note={
            <>
              <KeyHints hints={[fieldKeys.next, goOn]} />
              <span>Semua dapat diubah nanti di Pengaturan.</span>
            </>
          }
        >
          <ActionButtons actions={[step > 0 && goBack, goOn]} />
        </StickyBar>
      }
    >
      <ErrorNote error={setUp.error} />
      {step === 0 && (
        <CentreStep
          form={centre.form}
          logo={logo}
          onLogo={setLogo}
          today={status.today}
          onRestore={onRestore}
          onDone={next}
        />
      )}
      {step === 1 && (
        <OfficerStep form={officer.form} centre={centre.form.values} logo={logo} today={status.today} onDone={next} />
      )}
      {step === 2 && (
        <StartStep
          centre={centre.form.values}
          officer={officer.form.values}
          status={status}
          onDone={next}
          secret={<NewSecretFields value={secret} pins={access.data?.pins ?? false} tried={tried} />}
        />
      )}
    </GatePage>
  )
}

/** Creates the centre, then the account of its maker. If only the second fails, it alone is repeated. */
async function begin({ setUp, secret }: { setUp: ContractInput; secret: SecretDraft }) {
  await client.centre.setUp(setUp)
  return client.access.makeFirst({ name: setUp.operator, secret })
}

type ContractInput = Parameters<typeof client.centre.setUp>[0]

function firstOfficer(today: SessionStatus['today']): OfficerValues {
  return {
    role: 'HEAD',
    prefix: '',
    title: 'Kepala UPT Balai Latihan Kerja',
    name: unknownName,
    rank: '',
    nip: '',
    validFrom: plainDate(yearOf(today), 1, 1),
    validUntil: null,
  }
}
