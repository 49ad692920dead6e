import type { UseFormReturnType } from '@mantine/form'
import type { InstructorLane, PlanReading } from '../../../../shared/features/cohort/contract.ts'
import type { ProgramRow } from '../../../../shared/features/program/contract.ts'
import { tradeName } from '../../../../shared/features/program/trades.ts'
import { instructorId, roomId } from '../../../../shared/ids.ts'
import { LinkAction } from '../../../ui/action/action-button.tsx'
import { PairOffer } from './pair-offer.tsx'
import type { LaneChoice } from './planner-days.tsx'
import { instructorLanes, roomLanes } from './planner-lanes.tsx'
import type { PlanValues } from './planner-values.ts'

/** Lanes of instructors and rooms over the days of the plan. */
export function laneChoices(
  form: UseFormReturnType<PlanValues>,
  plan: PlanReading,
  program: ProgramRow | undefined,
  onAllow: (lane: InstructorLane) => void,
): LaneChoice[] {
  const { values } = form
  return [
    {
      title: 'Instruktur',
      hint: (
        <PairOffer
          form={form}
          plan={plan}
          otherwise={
            program
              ? `harus memegang sertifikat BNSP ${tradeName(program.trade)} yang berlaku pada setiap hari mengajar`
              : 'pilih program untuk melihat siapa yang boleh mengajar'
          }
        />
      ),
      lanes: instructorLanes(plan.days.length, plan.instructors, {
        chosen: values.instructorId,
        official: values.override?.official,
        second: values.second,
        onAllow,
      }),
      none: program ? <None words="Belum ada instruktur." action="Catat instruktur" path="/instruktur" /> : undefined,
      chosen: values.instructorId === null ? null : String(values.instructorId),
      onChoose: key =>
        form.setValues({
          instructorId: key === null ? null : instructorId.parse(Number(key)),
          second: undefined,
          override: undefined,
        }),
    },
    {
      title: 'Ruang',
      hint: `kosong pada ke-${plan.days.length} hari`,
      lanes: roomLanes(plan.days.length, plan.rooms),
      none: <None words="Belum ada ruang." action="Isi daftar ruang" path="/pengaturan/ruang" />,
      chosen: values.roomId === null ? null : String(values.roomId),
      onChoose: key => form.setFieldValue('roomId', key === null ? null : roomId.parse(Number(key))),
    },
  ]
}

function None({ words, action, path }: { words: string; action: string; path: string }) {
  return (
    <>
      {words} <LinkAction path={path}>{action}</LinkAction>
    </>
  )
}
