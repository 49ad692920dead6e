import { Fragment } from 'react'
import { classNames } from '../page/class-names.ts'
import styles from './heat-board.module.css'
import { groupStarts } from './heat-board-moves.ts'
import type { HeatBoardProps } from './heat-board-types.ts'

interface HeatBoardHeadProps extends Pick<HeatBoardProps, 'groups' | 'rowHead' | 'sumHead'> {
  /** The column of the current cell. */
  column: number | null
  wide: boolean
}

/** Names of the groups on two alternating lines, because most are wider than their columns. */
export function HeatBoardHead({ groups, rowHead, sumHead, column, wide }: HeatBoardHeadProps) {
  const starts = groupStarts(groups.map(group => group.columns.length))
  const isHere = (at: number) => column !== null && column >= (starts[at] ?? 0) && column < (starts[at + 1] ?? 0)
  return (
    <thead className={styles.head}>
      <tr aria-rowindex={1}>
        <th scope="col" rowSpan={wide ? 2 : 1} className={styles.rowHead}>
          {rowHead}
        </th>
        {groups.map((group, at) => (
          <Fragment key={group.key}>
            <td role="presentation" />
            <th
              scope="colgroup"
              colSpan={group.columns.length}
              className={classNames(styles.group, at % 2 === 1 && styles.lower, isHere(at) && styles.here)}
            >
              {/* The text takes no width, so that columns keep theirs. */}
              <span className={styles.groupName}>{group.label}</span>
            </th>
          </Fragment>
        ))}
        <th scope="col" rowSpan={wide ? 2 : 1} className={styles.sumHead}>
          {sumHead}
        </th>
      </tr>
      {wide && (
        <tr>
          {groups.map(group => (
            <Fragment key={group.key}>
              <td role="presentation" />
              {group.columns.map(one => (
                <th key={one.key} scope="col" className={styles.columnName}>
                  {one.label}
                </th>
              ))}
            </Fragment>
          ))}
        </tr>
      )}
    </thead>
  )
}
