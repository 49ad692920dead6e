/** Props of a NumberInput for an offset in mm: steps of half a millimetre, up to 20 in each direction. */
export function halfMillimetres(value: number, onValue: (value: number) => void) {
  return {
    step: 0.5,
    min: -20,
    max: 20,
    decimalScale: 1,
    decimalSeparator: ',',
    allowedDecimalSeparators: [',', '.'],
    value,
    onChange: (next: string | number) => onValue(Number(next) || 0),
  }
}
