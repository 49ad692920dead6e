import { Combobox, InputBase, useCombobox } from '@mantine/core'
import { type KeyboardEvent, useEffect, useState } from 'react'
import type { Village } from '../../../../shared/features/trainee/contract.ts'
import { api, isAnswered, keepShown, useRead } from '../../../app/client.ts'
import { programKeys } from '../../../ui/action/program-keys.ts'
import { field, typing } from '../../../ui/form/field.tsx'
import { useHeldKeys } from '../../../ui/form/use-held-keys.ts'
import { Highlight } from '../../../ui/table/highlight.tsx'
import { formatVillage } from '../trainee-format.ts'

export interface ChosenVillage {
  code: string
  /** 'Kel. Karawaci Baru, Kec. Karawaci' */
  words: string
}

interface VillagePickerProps {
  /** 'Kelurahan tempat tinggal' */
  label?: string
  aside?: string
  value: ChosenVillage | null
  onChange: (village: ChosenVillage | null) => void
  /** Called after a choice, so that the form can go to the next field. */
  onChosen?: () => void
}

const shown = 12

/** Finds a kelurahan by the beginnings of words of its name and kecamatan: "karawaci baru". F4 opens the list. */
export function VillagePicker(props: VillagePickerProps) {
  const { label = 'Kelurahan tempat tinggal', aside, value, onChange, onChosen } = props
  // null while nothing is typed: the field then shows the chosen one.
  const [typed, setTyped] = useState<string | null>(null)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const search = typed ?? ''
  const villages = useRead(
    api.trainee.villages,
    { search, limit: shown },
    { enabled: combobox.dropdownOpened, ...keepShown },
  )
  const found = villages.data ?? []
  const { selectFirstOption } = combobox
  const first = found[0]?.code
  // Preselects the first hit, so that Enter takes it.
  useEffect(() => {
    if (first !== undefined && search !== '') selectFirstOption()
  }, [first, search, selectFirstOption])
  // After the effect above: a key that waited needs the first hit selected.
  const holdingKeys = useHeldKeys(isAnswered(villages))

  function choose(village: Village) {
    onChange({ code: village.code, words: formatVillage(village.village, village.district) })
    setTyped(null)
    combobox.closeDropdown()
    onChosen?.()
  }

  function type(text: string) {
    setTyped(text)
    if (text.trim() === '') onChange(null)
    combobox.openDropdown()
  }

  function leave() {
    combobox.closeDropdown()
    if (typed?.trim() === '') setTyped(null)
  }

  function press(event: KeyboardEvent) {
    if (event.key !== programKeys.choices) return
    event.preventDefault()
    combobox.toggleDropdown('keyboard')
  }

  const unanswered = typed !== null && typed.trim() !== '' && !combobox.dropdownOpened
  return (
    <Combobox
      store={combobox}
      shadow="md"
      transitionProps={{ duration: 0 }}
      withinPortal={false}
      onOptionSubmit={code => {
        const village = found.find(candidate => candidate.code === code)
        if (village) choose(village)
      }}
    >
      <Combobox.Target withExpandedAttribute>
        <InputBase
          {...field({
            label,
            ...(aside === undefined ? { optional: true } : { aside }),
            warning: unanswered && 'Belum dipilih. Pilih kelurahan dari daftar.',
          })}
          placeholder="Ketik nama kelurahan"
          {...typing(typed ?? value?.words ?? '', type)}
          onFocus={event => event.currentTarget.select()}
          onClick={() => combobox.openDropdown()}
          onBlur={leave}
          onKeyDown={press}
          {...holdingKeys}
          rightSection={<Combobox.Chevron />}
          rightSectionPointerEvents="none"
          aria-keyshortcuts={programKeys.choices}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options aria-label="Kelurahan" mah={280} style={{ overflowY: 'auto' }}>
          {found.map(village => (
            <Combobox.Option key={village.code} value={village.code}>
              <Highlight text={formatVillage(village.village, village.district)} query={search} />
            </Combobox.Option>
          ))}
          {found.length === 0 && villages.isSuccess && (
            <Combobox.Empty>Tidak ada kelurahan “{search}”. Periksa ejaannya.</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
