import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { z } from 'zod'
import { isOfficeForm } from '../../../shared/facts/paper-key.ts'
import type { Cohort } from '../../../shared/features/cohort/contract.ts'
import type { FolderRow } from '../../../shared/features/folder/contract.ts'
import { folderProgress } from '../../../shared/features/folder/paper-state.ts'
import { type PaperStage, paperStages } from '../../../shared/features/paper/paper-stage.ts'
import { useToday } from '../../app/client.ts'
import { useRemembered } from '../../app/use-remembered.ts'
import { isDue } from './next-paper-act.ts'
import {
  type FolderFilter,
  filterRows,
  type StageGroup,
  stageFact,
  stageGroups,
  stageNow,
  standingRows,
} from './paper-states.ts'
import type { PaperLine } from './print-papers-dialog.tsx'

/** Stages that the person opened or folded. */
const foldedSchema = z.partialRecord(z.enum(paperStages.map(stage => stage.value)), z.boolean())

export type ShownPapers = ReturnType<typeof useShownPapers>

/** The rows of Berkas by stage, filtered, with the current row. */
export function useShownPapers(cohort: Cohort, rows: readonly FolderRow[]) {
  const today = useToday()
  const [filter, setFilter] = useState<FolderFilter>('all')
  const [text, setText] = useState('')
  const [folded, setFolded] = useRemembered(`berkas-${cohort.code}`, foldedSchema, {})
  const all = standingRows(rows, cohort)
  const groups = stageGroups(all)
  const now = stageNow(cohort, today)
  const shown = filterRows(all, filter, text)
  const narrowed = filter !== 'all' || text !== ''
  const [currentKey, setCurrent] = useState<string | null>(() => firstKey(groups, now))
  const current = shown.find(one => one.row.key === currentKey)
  const [previewKey] = useDebouncedValue(current?.row.key ?? null, 120)
  const preview = all.find(one => one.row.key === previewKey) ?? current ?? shown[0]
  const needed = all.filter(({ row }) => row.needed)
  return {
    all,
    shown,
    /** Papers that belong in the PDF of the class. */
    inFile: needed
      .map(({ row }) => row)
      .filter((row): row is PaperLine => row.state !== 'UNUSED' && row.waitsFor === null && !isOfficeForm(row.key)),
    ...folderProgress(needed.map(({ row }) => row.state)),
    due: needed.filter(({ standing }) => isDue(standing)).length,
    preview,
    // Keys act on the focused row, even before its paper is shown.
    acted: current ?? preview,
    filter: { filter, setFilter, text, setText },
    list: {
      groups: narrowed ? stageGroups(shown) : groups,
      opened: new Set(groups.map(group => group.stage).filter(stage => narrowed || (folded[stage] ?? stage === now))),
      onOpened: (stage: PaperStage, isOpen: boolean) => setFolded({ ...folded, [stage]: isOpen }),
      fact: (group: StageGroup) => ({
        text: stageFact(group, cohort, today),
        now: group.stage === now && cohort.days.some(one => one.date === today),
      }),
      current: currentKey,
      onCurrent: setCurrent,
      onLeave() {
        setFilter('all')
        setText('')
      },
    },
  }
}

/** The first paper with an action in the stage of today, else the stage itself. */
function firstKey(groups: readonly StageGroup[], now: PaperStage): string | null {
  const group = groups.find(one => one.stage === now) ?? groups[0]
  return group?.rows.find(one => isDue(one.standing))?.row.key ?? (group ? `stage-${group.stage}` : null)
}
