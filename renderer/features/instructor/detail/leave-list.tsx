import { Box, Flex } from '@mantine/core'
import type { InstructorRow } from '../../../../shared/features/instructor/contract.ts'
import type { Leave } from '../../../../shared/features/instructor/leave.ts'
import { shortDay } from '../../../../shared/kernel/plain-date.ts'
import { api, useCommand, useToday } from '../../../app/client.ts'
import { ActionButton, RowLink } from '../../../ui/action/action-button.tsx'
import { Badge } from '../../../ui/feedback/badge.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { ErrorNote } from '../../../ui/feedback/note.tsx'
import { Columns } from '../../../ui/page/columns.tsx'
import layout from '../../../ui/page/layout.module.css'
import { Panel } from '../../../ui/page/panel.tsx'
import styles from './leave-list.module.css'

interface LeaveListProps {
  instructor: InstructorRow
  onAdd: () => void
  onEdit: (leave: Leave) => void
}

/** Leave, courses, illness: past ones as a record, coming ones keep the person out of the timetable. */
export function LeaveList({ instructor, onAdd, onEdit }: LeaveListProps) {
  const today = useToday()
  const remove = useCommand(
    { call: ({ id }: Leave) => api.instructor.removeLeave.call({ id }) },
    {
      done: () => 'Masa berhalangan dihapus.',
      undo: (_, { id: __, ...leave }) =>
        api.instructor.saveLeave.call({ instructorId: instructor.id, id: null, leave }),
    },
  )
  const add = (
    <ActionButton needs="instructor.change" size="xs" onAction={onAdd}>
      Catat berhalangan
    </ActionButton>
  )
  return (
    <Panel title="Cuti dan berhalangan" flush extra={instructor.leaves.length > 0 && add}>
      <div className={styles.note}>
        <ErrorNote error={remove.error} />
      </div>
      {instructor.leaves.length === 0 ? (
        <EmptyState title="Selalu dapat mengajar." actions={add}>
          Hari cuti, diklat atau sakit yang dicatat di sini tertutup di jadwal.
        </EmptyState>
      ) : (
        <ul className={layout.lines}>
          {instructor.leaves.map(leave => {
            const dates = `${shortDay(leave.from, { year: true })} – ${shortDay(leave.until, { year: true })}`
            const over = leave.until < today
            return (
              <Columns
                component="li"
                key={leave.id}
                className={layout.note}
                align="center"
                gap="1rem"
                p="0.375rem 1rem"
                widths="1.5fr 2fr auto 7rem"
              >
                <Box component="span" c="var(--ink)" fw={600}>
                  {leave.reason}
                </Box>
                <span>{dates}</span>
                <span>
                  {over ? (
                    <Badge>Lewat</Badge>
                  ) : leave.from <= today ? (
                    <Badge tone="info">Berlangsung</Badge>
                  ) : (
                    <Badge tone="info">Akan datang</Badge>
                  )}
                </span>
                <Flex component="span" justify="flex-end" gap="1rem">
                  {!over && (
                    <RowLink
                      needs="instructor.change"
                      of={`${leave.reason}, ${dates}`}
                      label="Ubah"
                      onAction={() => onEdit(leave)}
                    />
                  )}
                  {leave.from > today && (
                    <RowLink
                      needs="instructor.change"
                      of={`${leave.reason}, ${dates}`}
                      label="Hapus"
                      onAction={() => void remove.run(leave)}
                    />
                  )}
                </Flex>
              </Columns>
            )
          })}
        </ul>
      )}
    </Panel>
  )
}
