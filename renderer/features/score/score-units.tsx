import { Box, Flex, Switch } from '@mantine/core'
import type { ScoreGrid } from '../../../shared/features/score/contract.ts'
import type { CohortUnitId } from '../../../shared/ids.ts'
import { LinkAction } from '../../ui/action/action-button.tsx'
import { ticking } from '../../ui/form/field.tsx'
import { Columns } from '../../ui/page/columns.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'

interface ScoreUnitsProps {
  grid: ScoreGrid
  withScores: boolean
  opened: ReadonlySet<CohortUnitId>
  /** Shows or hides the elements of a unit. */
  onUnit: (unitId: CohortUnitId) => void
  onScores: (shown: boolean) => void
}

/** Legend of the numbers above the columns. */
export function ScoreUnits({ grid, withScores, opened, onUnit, onScores }: ScoreUnitsProps) {
  return (
    <Panel title="Unit kompetensi" facts={`${grid.units.length} unit`}>
      <Flex component="ol" direction="column" gap="0.5rem" fz="0.8125rem" lh="1.125rem">
        {grid.units.map((unit, index) => (
          <Columns component="li" key={unit.id} gap="0.5rem" widths="1.25rem 1fr" align="stretch">
            <Box component="span" c="var(--ink-2)" fw={600} ta="end">
              {index + 1}
            </Box>
            <span>
              {unit.title}
              {!unit.compulsory && <span className={layout.quiet}> (pilihan)</span>}
              {unit.elements.length > 0 && (
                <>
                  {' '}
                  <LinkAction
                    size="small"
                    label={`${opened.has(unit.id) ? 'Sembunyikan elemen' : `Tampilkan ${unit.elements.length} elemen`} ${unit.title}`}
                    onAction={() => onUnit(unit.id)}
                  >
                    {opened.has(unit.id) ? 'sembunyikan elemen' : `${unit.elements.length} elemen`}
                  </LinkAction>
                  {opened.has(unit.id) && <Elements number={index + 1} unit={unit} />}
                </>
              )}
            </span>
          </Columns>
        ))}
      </Flex>
      <Switch mt="0.875rem" size="sm" label="Nilai per unit" {...ticking(withScores, onScores)} />
    </Panel>
  )
}

function Elements({ number, unit }: { number: number; unit: ScoreGrid['units'][number] }) {
  return (
    <Box component="ol" className={layout.detail} m="0.25rem 0 0">
      {unit.elements.map((element, at) => (
        <li key={element.id}>
          {number}.{at + 1} {element.title}
        </li>
      ))}
    </Box>
  )
}
