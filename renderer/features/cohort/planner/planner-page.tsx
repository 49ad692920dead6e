import { Box } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { type KeyboardEvent, useState } from 'react'
import type { InstructorLane } from '../../../../shared/features/cohort/contract.ts'
import { api, useRead } from '../../../app/client.ts'
import { errorMessage } from '../../../app/error-message.ts'
import { pageRoute } from '../../../app/root-route.tsx'
import { type Action, cancelAction, useActions } from '../../../ui/action/action.ts'
import { ActionButtons } from '../../../ui/action/action-button.tsx'
import { ErrorPanel } from '../../../ui/feedback/error-panel.tsx'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { enterMovesOn, focusSave } from '../../../ui/form/enter-moves-on.ts'
import { useFirstField } from '../../../ui/form/use-first-field.ts'
import { Page } from '../../../ui/page/page.tsx'
import { CredentialOverrideDialog } from '../credential-override-dialog.tsx'
import { laneChoices } from './lane-choices.tsx'
import { planError } from './plan-error.ts'
import { NoDays, PlannerDays } from './planner-days.tsx'
import { PlannerFacts } from './planner-facts.tsx'
import { PlannerFields } from './planner-fields.tsx'
import { PlannerTrainees } from './planner-trainees.tsx'
import { MissingCalendars, PlannerWarnings } from './planner-warnings.tsx'
import { TraineePicker } from './trainee-picker.tsx'
import { useNewPlan } from './use-new-plan.tsx'
import { usePlanning } from './use-planning.ts'
import { WorkbookPicker } from './workbook-picker.tsx'

export const plannerRoute = pageRoute('/angkatan/baru', PlannerPage)

const mostTrainees = 60

/** Plans a class: program and date, then instructor and room, then trainees. */
function PlannerPage() {
  const router = useRouter()
  const { form, people, setPeople, create, store, offered } = useNewPlan()
  const { values } = form
  const [dialog, setDialog] = useState<'list' | 'workbook' | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [allowing, setAllowing] = useState<InstructorLane | null>(null)
  const first = useFirstField<HTMLDivElement>()
  const programs = useRead(api.program.list, {})
  const program = programs.data?.find(one => one.id === values.programId)
  const planning = usePlanning(values, program?.trade ?? null)
  const { plan, dayOffStart, missingYears } = planning
  const refused = planError(values, plan, dayOffStart, missingYears, planning.activities)

  function showProblem() {
    if (refused?.path) {
      form.setFieldError(refused.path, refused.words)
      form.getInputNode(refused.path)?.focus()
    }
    setProblem(refused && refused.path === null ? refused.words : null)
  }
  const moveOn = enterMovesOn(focusSave)
  function press(event: KeyboardEvent<HTMLElement>) {
    const inStart = event.target instanceof HTMLInputElement && event.target.dataset.path === 'start'
    if (event.key !== 'Enter' || !inStart || !dayOffStart) return moveOn(event)
    event.preventDefault()
    event.stopPropagation()
    form.setFieldValue('start', dayOffStart.next)
  }
  const save: Action = {
    label: 'Simpan rencana',
    needs: 'cohort.change',
    keys: 'Ctrl S',
    tone: 'primary',
    run() {
      setProblem(null)
      return store(plan?.number ?? null)
    },
    pending: create.pending,
    refused: refused?.words,
    onRefused: showProblem,
  }
  const pick: Action = { label: 'Pilih dari daftar', hint: 'pilih peserta', keys: 'F4', run: () => setDialog('list') }
  const cancel = cancelAction(() => router.history.push('/angkatan'))
  useActions([{ ...save, also: 'Ctrl Enter' }, pick, cancel])

  return (
    <Page
      title="Rencanakan angkatan"
      crumbs={[{ label: 'Angkatan', path: '/angkatan' }, { label: 'Baru' }]}
      facts={plan?.code ? `${plan.code} · kode dibuat otomatis` : undefined}
      actions={<ActionButtons actions={[cancel, save]} />}
    >
      {offered}
      <ErrorNote error={create.error ?? problem} />
      {programs.error && <ErrorPanel onRetry={() => programs.refetch()}>{errorMessage(programs.error)}</ErrorPanel>}
      <Box ref={first} display="contents" onKeyDownCapture={press}>
        <PlannerFields form={form} programs={programs.data ?? []} dayOff={planning.dayOff} startProblem={dayOffStart} />
        <MissingCalendars years={missingYears} />
        {planning.failure !== null && <ErrorPanel onRetry={planning.retry}>{planning.failure}</ErrorPanel>}
        {plan ? (
          <PlannerDays
            plan={plan}
            curriculumHours={program ? program.theoryHours + program.practiceHours : null}
            stale={planning.stale}
            choices={laneChoices(form, plan, program, setAllowing)}
          />
        ) : (
          <NoDays>
            {values.start === null ? 'Pilih program dan tanggal mulai.' : 'Periksa tanggal mulai, JP dan jam.'}
          </NoDays>
        )}
        <PlannerTrainees people={people} pick={pick} onWorkbook={() => setDialog('workbook')} />
        {plan && (
          <PlannerWarnings
            plan={plan}
            trade={program?.trade ?? null}
            onStart={start => form.setFieldValue('start', start)}
            endTime={values.endTime}
            onEndTime={time => form.setFieldValue('endTime', time)}
          />
        )}
        <PlannerFacts form={form} trade={program?.trade ?? null} proposedNumber={plan?.number ?? null} />
      </Box>
      {allowing && (
        <CredentialOverrideDialog
          name={allowing.name}
          days={allowing.problems.map(problem => problem.n)}
          why={allowing.problems[0]?.reason ?? ''}
          onAction={override => {
            form.setValues({ instructorId: allowing.id, override })
            setAllowing(null)
          }}
          onCancel={() => setAllowing(null)}
        />
      )}
      {create.dialog}
      {dialog === 'list' && (
        <TraineePicker
          chosen={people}
          limit={mostTrainees}
          during={plan?.days ?? null}
          onClose={() => setDialog(null)}
          onDone={chosen => {
            setPeople(chosen)
            setDialog(null)
          }}
        />
      )}
      {dialog === 'workbook' && (
        <WorkbookPicker
          limit={mostTrainees - people.length}
          onClose={() => setDialog(null)}
          onDone={chosen => {
            setPeople([...people.filter(person => !chosen.some(one => one.id === person.id)), ...chosen])
            setDialog(null)
          }}
        />
      )}
    </Page>
  )
}
