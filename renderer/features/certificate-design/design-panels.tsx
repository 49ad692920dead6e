import { NativeSelect } from '@mantine/core'
import { blockTitle } from '../../../shared/features/certificate-design/block-title.ts'
import type { DesignLayout } from '../../../shared/features/certificate-design/contract.ts'
import type { Design } from '../../../shared/features/certificate-design/design.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { CheckList } from '../../ui/feedback/check-list.tsx'
import { field, typing } from '../../ui/form/field.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import { BlockFields } from './block-fields.tsx'
import { newLine, newText, withBlock, withoutBlock } from './change-block.ts'
import { SheetFields } from './sheet-fields.tsx'

interface DesignPanelsProps {
  design: Design
  selected: string | null
  two: boolean
  onSelect: (key: string | null) => void
  /** Changes with the same `step` are undone together. */
  onChange: (design: Design, step?: string) => void
  warnings: DesignLayout['warnings']
}

/** Warnings, settings of the chosen block, settings of the sheet. */
export function DesignPanels({ design, selected, two, onSelect, onChange, warnings }: DesignPanelsProps) {
  const block = design.blocks.find(one => one.key === selected)

  function add(made: Design['blocks'][number]) {
    onChange({ ...design, blocks: [...design.blocks, made] })
    onSelect(made.key)
  }

  return (
    <>
      <Panel title="Blok" facts={block ? blockTitle(block) : `${design.blocks.length} blok`}>
        <div className={layout.tight}>
          <NativeSelect
            {...field({ label: 'Blok' })}
            data={[
              { value: '', label: 'Pilih pada lembar, atau di sini' },
              ...design.blocks.map(one => ({
                value: one.key,
                label: `${blockTitle(one)}${one.on ? '' : ' (tidak dicetak)'}`,
              })),
            ]}
            {...typing(block?.key ?? '', text => onSelect(text || null))}
          />
          {block && (
            <BlockFields
              block={block}
              two={two}
              onChange={(part, step) => onChange(withBlock(design, block.key, part), `${block.key} ${step}`)}
              onRemove={() => {
                onChange(withoutBlock(design, block.key))
                onSelect(null)
              }}
            />
          )}
          <div className={layout.chips}>
            <ActionButton size="xs" onAction={() => add(newText(design))}>
              Tambah teks
            </ActionButton>
            <ActionButton size="xs" onAction={() => add(newLine(design))}>
              Tambah garis
            </ActionButton>
          </div>
        </div>
      </Panel>
      {warnings.length > 0 && (
        <Panel title="Perlu dilihat">
          <CheckList
            compact
            label="Perlu dilihat"
            checks={warnings.map(({ key, words }) => ({ key: `${key} ${words}`, tone: 'warn', title: words }))}
          />
        </Panel>
      )}
      <SheetFields design={design} onChange={onChange} />
    </>
  )
}
