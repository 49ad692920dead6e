import { Box, Combobox, Textarea, useCombobox } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { type Token, tokenGroupTitles } from '../../../shared/features/letter/letter-tokens.ts'
import { field } from '../../ui/form/field.tsx'
import layout from '../../ui/page/layout.module.css'
import { openToken } from './open-token.ts'
import styles from './token-field.module.css'

interface TokenFieldProps {
  label: string
  hint?: string
  optional?: boolean
  value: string
  onChange: (text: string) => void
  tokens: readonly Token[]
  error?: ReactNode
  readOnly?: boolean
}

/** A text field of a letter. `{` opens the list of tokens: arrows choose, Enter inserts, Esc keeps the brace only. */
export function TokenField({ label, hint, optional, value, onChange, tokens, error, readOnly }: TokenFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [typed, setTyped] = useState('')
  const caretAfter = useRef<number | null>(null)
  const found = tokensFor(tokens, typed)
  const { selectFirstOption } = combobox
  const first = found[0]?.name
  useEffect(() => {
    if (combobox.dropdownOpened && first !== undefined) selectFirstOption()
  }, [combobox.dropdownOpened, first, selectFirstOption])
  useEffect(() => {
    if (caretAfter.current === null) return
    area.current?.setSelectionRange(caretAfter.current, caretAfter.current)
    caretAfter.current = null
  })

  function follow(text: string, caret: number) {
    const open = openToken(text, caret)
    if (open === null) combobox.closeDropdown()
    else {
      setTyped(open.typed)
      combobox.openDropdown()
    }
  }
  function put(name: string) {
    const caret = area.current?.selectionStart ?? value.length
    const open = openToken(value, caret)
    if (open === null) return
    const after = value.slice(caret).replace(/^[a-z0-9_]*\}/, '')
    const before = `${value.slice(0, open.from)}{${name}}`
    caretAfter.current = before.length
    onChange(before + after)
    combobox.closeDropdown()
  }

  return (
    <Combobox
      store={combobox}
      shadow="md"
      transitionProps={{ duration: 0 }}
      withinPortal={false}
      position="bottom-start"
      onOptionSubmit={put}
    >
      <Combobox.Target withKeyboardNavigation={combobox.dropdownOpened && found.length > 0} autoComplete="off">
        <Textarea
          ref={area}
          {...field({ label, ...(hint === undefined ? {} : { hint }), ...(optional ? { optional } : {}) })}
          classNames={{ input: styles.input ?? '' }}
          minRows={1}
          maxRows={24}
          value={value}
          error={combobox.dropdownOpened ? undefined : error}
          readOnly={readOnly === true}
          spellCheck={false}
          onChange={event => {
            onChange(event.currentTarget.value)
            follow(event.currentTarget.value, event.currentTarget.selectionStart)
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={found.length === 0}>
        <Combobox.Options className={styles.options} aria-label={`Token untuk ${label}`}>
          {found.map(token => (
            <Combobox.Option key={token.name} value={token.name} className={styles.option}>
              <Box component="code" c="var(--ink)" fz="0.8125rem">{`{${token.name}}`}</Box>
              <span className={layout.detail}>
                {token.explanation} · {tokenGroupTitles[token.group]}
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** Tokens whose name starts with the text, then those whose name contains it, then those whose explanation does. */
function tokensFor(tokens: readonly Token[], typed: string): Token[] {
  const wanted = typed.toLowerCase()
  const rank = ({ name, explanation }: Token) => {
    if (name.startsWith(wanted)) return 0
    if (name.includes(wanted)) return 1
    return explanation.toLowerCase().includes(wanted.replaceAll('_', ' ')) ? 2 : 3
  }
  return tokens.filter(token => rank(token) < 3).toSorted((a, b) => rank(a) - rank(b))
}
