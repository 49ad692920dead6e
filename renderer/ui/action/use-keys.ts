import { useEffect, useRef } from 'react'
import { addKeyLayer, type KeyBinding, type KeyLayer, type KeyLevel } from './key-registry.ts'

/**
 * Binds keys while the component is on screen and lists them on the F1 sheet.
 * The bindings may change with every render; the newest ones count.
 */
export function useKeys(bindings: readonly KeyBinding[], level: KeyLevel = 'page'): void {
  const layer = useRef<KeyLayer>({ level, bindings })
  useEffect(() => {
    layer.current.bindings = bindings
  })
  useEffect(() => {
    layer.current.level = level
    return addKeyLayer(layer.current)
  }, [level])
}
