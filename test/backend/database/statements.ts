import { basename, join, relative } from 'node:path'
import ts from 'typescript-api'
import {
  insertStatement,
  type RowStatement,
  updateStatement,
  upsertStatement,
} from '../../../electron/backend/database/row-statements.ts'

/** A call of ReadDatabase or WriteDatabase in the backend. */
export type Statement = {
  file: string
  /** The function that contains it. */
  name: string
  method: string
  /** Every text the statement can have, or null where it cannot be traced to constants. */
  texts: readonly string[] | null
  /** The declared type of one row: its fields, 'value' for a single column, or null where none is declared. */
  row: Row | null
}

export type Row = { kind: 'fields'; fields: readonly Field[] } | { kind: 'value'; field: Field } | { kind: 'unknown' }
export type Field = { name: string; optional: boolean; nullable: boolean; stored: Stored }
/** The type that SQLite stores for a value: 'any' where the code's type leaves it open. */
export type Stored = 'text' | 'number' | 'boolean' | 'bytes' | 'never' | 'any'

const root = join(import.meta.dirname, '../../..')
/** Methods that build their statement from their arguments, and how. */
const composed: Readonly<Record<string, (...parts: string[]) => RowStatement>> = {
  insert: insertStatement,
  upsert: upsertStatement,
  update: updateStatement,
}
const methods = new Set(['get', 'all', 'value', 'values', 'run', ...Object.keys(composed)])

/** Finds every statement of the backend in its sources. */
export function readStatements(): Statement[] {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(root, 'electron/tsconfig.json'),
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: diagnostic => {
        throw new Error(String(diagnostic.messageText))
      },
    },
  )
  if (!config) throw new Error('no tsconfig')
  const program = ts.createProgram(config.fileNames, config.options)
  const reader = new StatementReader(program)
  return program
    .getSourceFiles()
    .filter(
      file => relative(root, file.fileName).startsWith('electron/') && basename(file.fileName) !== 'connection.ts',
    )
    .flatMap(file => reader.read(file))
}

class StatementReader {
  readonly #checker: ts.TypeChecker
  readonly #files: readonly ts.SourceFile[]
  #calls: Map<ts.Symbol, ts.CallExpression[]> | undefined

  constructor(program: ts.Program) {
    this.#checker = program.getTypeChecker()
    this.#files = program.getSourceFiles().filter(file => !file.isDeclarationFile)
  }

  read(file: ts.SourceFile): Statement[] {
    const found: Statement[] = []
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) {
        const statement = this.#statement(node, file)
        if (statement) found.push(statement)
      }
      ts.forEachChild(node, visit)
    }
    visit(file)
    return found
  }

  #statement(call: ts.CallExpression, file: ts.SourceFile): Statement | undefined {
    if (!ts.isPropertyAccessExpression(call.expression)) return undefined
    const method = call.expression.name.text
    if (!methods.has(method)) return undefined
    const receiver = this.#checker.getTypeAtLocation(call.expression.expression).getSymbol()?.name
    if (receiver !== 'ReadDatabase' && receiver !== 'WriteDatabase') return undefined
    const [sql] = call.arguments
    const compose = composed[method]
    return {
      file: relative(root, file.fileName).replaceAll('\\', '/'),
      name: enclosingName(call),
      method,
      texts: compose ? this.#composedTexts(compose, method, call) : sql ? this.#textsAt(sql) : null,
      row: this.#row(method, this.#checker.getTypeAtLocation(call)),
    }
  }

  /** The arguments of the call except the row; each of them has exactly one text. */
  #composedTexts(
    compose: (...parts: string[]) => RowStatement,
    method: string,
    call: ts.CallExpression,
  ): string[] | null {
    const words = call.arguments.filter((_, index) => index !== (method === 'upsert' ? 3 : 2))
    const texts = words.map(word => this.#textsAt(word))
    return texts.every(text => text?.length === 1) ? [compose(...texts.map(text => text?.[0] ?? '')).sql] : null
  }

  #row(method: string, type: ts.Type): Row | null {
    if (method === 'run' || method in composed) return null
    if (method === 'value' || method === 'values') {
      const one = method === 'value' ? type : this.#checker.getIndexTypeOfType(type, ts.IndexKind.Number)
      return one ? { kind: 'value', field: { name: '', optional: false, ...this.#stored(one) } } : null
    }
    const row =
      method === 'all'
        ? this.#checker.getIndexTypeOfType(type, ts.IndexKind.Number)
        : this.#checker.getNonNullableType(type)
    if (!row || row.flags & (ts.TypeFlags.Unknown | ts.TypeFlags.Any)) return null
    // An index signature, or a type parameter that only the caller of a helper knows.
    if (row.flags & ts.TypeFlags.TypeParameter || this.#checker.getIndexTypeOfType(row, ts.IndexKind.String))
      return { kind: 'unknown' }
    const fields = this.#checker.getPropertiesOfType(row).map(property => {
      const optional = (property.flags & ts.SymbolFlags.Optional) !== 0
      return { name: property.name, optional, ...this.#stored(this.#checker.getTypeOfSymbol(property)) }
    })
    return fields.length === 0 ? null : { kind: 'fields', fields }
  }

  #stored(type: ts.Type): { nullable: boolean; stored: Stored } {
    const parts = type.isUnion() ? type.types : [type]
    const nullable = parts.some(
      part => part.flags & (ts.TypeFlags.Null | ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter),
    )
    const kinds = new Set(
      parts.filter(part => !(part.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined))).map(storedKind),
    )
    const [stored = 'any', ...others] = kinds
    return { nullable, stored: others.length > 0 ? 'any' : stored }
  }

  /**
   * All texts of a statement. Parameters of the enclosing function take the values of one caller at a time, never mixed between callers.
   */
  #textsAt(sql: ts.Expression): readonly string[] | null {
    let owner: ts.Node = sql
    while (!ts.isSourceFile(owner) && !ts.isFunctionDeclaration(owner)) owner = owner.parent
    const symbol =
      ts.isFunctionDeclaration(owner) && owner.name ? this.#checker.getSymbolAtLocation(owner.name) : undefined
    const calls = symbol ? this.#callsOf(symbol) : []
    if (!ts.isFunctionDeclaration(owner) || calls.length === 0) return this.#texts(sql, new Map(), 0)
    const { parameters } = owner
    return calls.reduce<readonly string[] | null>(
      (texts, call) => union(texts, this.#texts(sql, this.#given(parameters, call, new Map()), 0)),
      [],
    )
  }

  #given(parameters: readonly ts.ParameterDeclaration[], call: ts.CallExpression, bound: Bound): Bound {
    const names: Bound = new Map(bound)
    for (const [index, parameter] of parameters.entries()) {
      const given = call.arguments[index] ?? parameter.initializer
      const symbol = ts.isIdentifier(parameter.name) ? this.#checker.getSymbolAtLocation(parameter.name) : undefined
      if (symbol && given) names.set(symbol, { node: given, bound })
      if (!ts.isObjectBindingPattern(parameter.name) || !given || !ts.isObjectLiteralExpression(given)) continue
      for (const element of parameter.name.elements) {
        const own = this.#checker.getSymbolAtLocation(element.name)
        const value = given.properties.find(
          property => property.name?.getText() === (element.propertyName ?? element.name).getText(),
        )
        if (own && value && ts.isPropertyAssignment(value)) names.set(own, { node: value.initializer, bound })
      }
    }
    return names
  }

  /** All texts that an expression can have; `bound` are parameters that a call has set. */
  #texts(node: ts.Expression, bound: Bound, depth: number): readonly string[] | null {
    if (depth > 12) return null
    const follow = (one: ts.Expression, names = bound) => this.#texts(one, names, depth + 1)
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
      return follow(node.expression)
    if (ts.isStringLiteralLike(node)) return [node.text]
    if (ts.isNumericLiteral(node)) return [node.text]
    if (ts.isTemplateExpression(node)) {
      return node.templateSpans.reduce<readonly string[] | null>(
        (texts, span) => product(product(texts, follow(span.expression)), [span.literal.text]),
        [node.head.text],
      )
    }
    if (ts.isBinaryExpression(node)) {
      if (node.operatorToken.kind === ts.SyntaxKind.PlusToken && this.#isText(node))
        return product(follow(node.left), follow(node.right))
      if (node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken)
        return union(follow(node.left), follow(node.right))
    }
    if (ts.isConditionalExpression(node)) return union(follow(node.whenTrue), follow(node.whenFalse))
    if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
      const known = this.#named(node, bound, depth)
      if (known) return known
    }
    if (ts.isCallExpression(node)) {
      const called = this.#called(node, bound, depth)
      if (called) return called
    }
    return this.#textsOfType(this.#checker.getTypeAtLocation(node))
  }

  #isText(node: ts.Expression): boolean {
    return (this.#checker.getTypeAtLocation(node).flags & ts.TypeFlags.StringLike) !== 0
  }

  /** Any number stands for all numbers; a union of strings is each of its members. */
  #textsOfType(type: ts.Type): readonly string[] | null {
    if (type.flags & ts.TypeFlags.NumberLike || isIntersectionOf(type, ts.TypeFlags.NumberLike)) return ['1']
    const parts = type.isUnion() ? type.types : [type]
    return parts.every(part => part.isStringLiteral()) ? parts.map(part => (part as ts.StringLiteralType).value) : null
  }

  #named(node: ts.Expression, bound: Bound, depth: number): readonly string[] | null {
    if (ts.isElementAccessExpression(node)) return this.#values(node.expression, bound, depth)
    const symbol = this.#symbol(node)
    if (!symbol) return null
    const given = bound.get(symbol)
    if (given) return this.#texts(given.node, given.bound, depth + 1)
    const declaration = symbol.valueDeclaration
    if (!declaration) return null
    if ((ts.isVariableDeclaration(declaration) || ts.isPropertyAssignment(declaration)) && declaration.initializer)
      return this.#texts(declaration.initializer, bound, depth + 1)
    if (ts.isShorthandPropertyAssignment(declaration)) {
      const value = this.#checker.getShorthandAssignmentValueSymbol(declaration)?.valueDeclaration
      return value && ts.isVariableDeclaration(value) && value.initializer
        ? this.#texts(value.initializer, bound, depth + 1)
        : null
    }
    if (ts.isParameter(declaration) && ts.isIdentifier(declaration.name)) return this.#givenTo(declaration, depth)
    return null
  }

  /** The values that all callers of a function pass for a parameter. */
  #givenTo(parameter: ts.ParameterDeclaration, depth: number): readonly string[] | null {
    const owner = parameter.parent
    const name =
      ts.isFunctionDeclaration(owner) || ts.isMethodDeclaration(owner)
        ? owner.name
        : ts.isVariableDeclaration(owner.parent)
          ? owner.parent.name
          : undefined
    const symbol = name && this.#checker.getSymbolAtLocation(name)
    const index = owner.parameters.indexOf(parameter as never)
    if (!symbol) return null
    const calls = this.#callsOf(symbol)
    if (calls.length === 0) return null
    return calls.reduce<readonly string[] | null>((texts, call) => {
      const given = call.arguments[index] ?? parameter.initializer
      return given ? union(texts, this.#texts(given, new Map(), depth + 1)) : null
    }, [])
  }

  #callsOf(symbol: ts.Symbol): ts.CallExpression[] {
    this.#calls ??= this.#allCalls()
    return this.#calls.get(symbol) ?? []
  }

  #allCalls(): Map<ts.Symbol, ts.CallExpression[]> {
    const calls = new Map<ts.Symbol, ts.CallExpression[]>()
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) {
        const symbol = this.#symbol(node.expression)
        if (symbol) calls.set(symbol, [...(calls.get(symbol) ?? []), node])
      }
      ts.forEachChild(node, visit)
    }
    for (const file of this.#files) visit(file)
    return calls
  }

  /** The result of one of our functions that returns one expression, or a list that is joined. */
  #called(call: ts.CallExpression, bound: Bound, depth: number): readonly string[] | null {
    if (ts.isPropertyAccessExpression(call.expression)) {
      const { name, expression } = call.expression
      if (name.text === 'join') {
        const [separator] = call.arguments
        const between = separator ? this.#texts(separator, bound, depth + 1) : [',']
        return this.#joined(expression, between?.[0] ?? ',', bound, depth + 1)
      }
      if (['trim', 'trimEnd', 'toString'].includes(name.text)) return this.#texts(expression, bound, depth + 1)
    }
    const made = this.#functionOf(call.expression)
    const result = made && resultOf(made)
    if (!made || !result) return null
    const names = this.#given(made.parameters, call, bound)
    return result.reduce<readonly string[] | null>((texts, one) => union(texts, this.#texts(one, names, depth + 1)), [])
  }

  #functionOf(node: ts.Expression): ts.FunctionLikeDeclaration | undefined {
    if (ts.isArrowFunction(node)) return node
    const declaration = this.#symbol(node)?.valueDeclaration
    if (!declaration) return undefined
    if (ts.isFunctionDeclaration(declaration)) return declaration
    const initializer =
      ts.isVariableDeclaration(declaration) || ts.isPropertyAssignment(declaration)
        ? declaration.initializer
        : undefined
    return initializer && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
      ? initializer
      : undefined
  }

  /** A list of unknown length counts as one entry: the number of question marks does not change the columns. */
  #joined(list: ts.Expression, separator: string, bound: Bound, depth: number): readonly string[] | null {
    const entries = this.#entries(list, bound, depth)
    if (!entries) return null
    return entries.reduce<readonly string[] | null>(
      (texts, entry, index) => product(texts, index === 0 ? entry : product([separator], entry)),
      [''],
    )
  }

  #entries(list: ts.Expression, bound: Bound, depth: number): (readonly string[] | null)[] | null {
    if (depth > 12) return null
    if (ts.isAsExpression(list) || ts.isParenthesizedExpression(list) || ts.isSatisfiesExpression(list))
      return this.#entries(list.expression, bound, depth + 1)
    if (ts.isArrayLiteralExpression(list)) {
      return list.elements.flatMap(element =>
        ts.isSpreadElement(element)
          ? (this.#entries(element.expression, bound, depth + 1) ?? [null])
          : [this.#texts(element, bound, depth + 1)],
      )
    }
    if (ts.isConditionalExpression(list)) return this.#entries(list.whenTrue, bound, depth + 1)
    if (ts.isCallExpression(list) && ts.isPropertyAccessExpression(list.expression)) {
      const { name, expression } = list.expression
      const [action] = list.arguments
      if (name.text === 'filter') return this.#entries(expression, bound, depth + 1)
      if (expression.getText() === 'Object' && name.text === 'keys' && action) return null
      if (name.text === 'map' && action) {
        const made = this.#functionOf(action)
        const [result] = (made && resultOf(made)) ?? []
        if (!made || !result) return null
        const [parameter] = made.parameters
        const symbol =
          parameter && ts.isIdentifier(parameter.name) ? this.#checker.getSymbolAtLocation(parameter.name) : undefined
        const items = this.#items(expression, depth)
        if (!items || !symbol) return [this.#texts(result, bound, depth + 1)]
        return items.map(item => this.#texts(result, new Map([...bound, [symbol, { node: item, bound }]]), depth + 1))
      }
    }
    const items = this.#items(list, depth)
    return items ? items.map(item => this.#texts(item, bound, depth + 1)) : null
  }

  /** The elements of a constant list. */
  #items(list: ts.Expression, depth: number): readonly ts.Expression[] | null {
    if (depth > 12) return null
    if (ts.isAsExpression(list) || ts.isParenthesizedExpression(list) || ts.isSatisfiesExpression(list))
      return this.#items(list.expression, depth + 1)
    if (ts.isArrayLiteralExpression(list)) return list.elements.some(ts.isSpreadElement) ? null : [...list.elements]
    const declaration = ts.isIdentifier(list) ? this.#symbol(list)?.valueDeclaration : undefined
    return declaration && ts.isVariableDeclaration(declaration) && declaration.initializer
      ? this.#items(declaration.initializer, depth + 1)
      : null
  }

  /** All values of a constant object. */
  #values(node: ts.Expression, bound: Bound, depth: number): readonly string[] | null {
    const declaration = this.#symbol(node)?.valueDeclaration
    const initializer = declaration && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined
    const object =
      initializer && (ts.isAsExpression(initializer) || ts.isSatisfiesExpression(initializer))
        ? initializer.expression
        : initializer
    if (!object || !ts.isObjectLiteralExpression(object)) return null
    return object.properties.reduce<readonly string[] | null>(
      (texts, property) =>
        ts.isPropertyAssignment(property) ? union(texts, this.#texts(property.initializer, bound, depth + 1)) : null,
      [],
    )
  }

  #symbol(node: ts.Node): ts.Symbol | undefined {
    const symbol = this.#checker.getSymbolAtLocation(node)
    return symbol && symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol
  }
}

type Bound = Map<ts.Symbol, { node: ts.Expression; bound: Bound }>

const most = 100

function product(first: readonly string[] | null, second: readonly string[] | null): readonly string[] | null {
  if (!first || !second || first.length * second.length > most) return null
  return first.flatMap(one => second.map(other => one + other))
}

function union(first: readonly string[] | null, second: readonly string[] | null): readonly string[] | null {
  return first && second && [...new Set([...first, ...second])]
}

/** The expressions that a function returns, if it does nothing else; with a switch or early returns, all of them. */
function resultOf(made: ts.FunctionLikeDeclaration): ts.Expression[] | undefined {
  if (!made.body) return undefined
  if (!ts.isBlock(made.body)) return [made.body]
  const results: ts.Expression[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isReturnStatement(node) && node.expression) results.push(node.expression)
    if (!ts.isFunctionLike(node)) ts.forEachChild(node, visit)
  }
  ts.forEachChild(made.body, visit)
  return results.length > 0 ? results : undefined
}

function storedKind(type: ts.Type): Stored {
  if (type.flags & ts.TypeFlags.StringLike || isIntersectionOf(type, ts.TypeFlags.StringLike)) return 'text'
  if (type.flags & ts.TypeFlags.NumberLike || isIntersectionOf(type, ts.TypeFlags.NumberLike)) return 'number'
  if (type.flags & ts.TypeFlags.BooleanLike) return 'boolean'
  if (['Uint8Array', 'Buffer'].includes(type.getSymbol()?.name ?? '')) return 'bytes'
  return type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter) ? 'any' : 'never'
}

function isIntersectionOf(type: ts.Type, flags: ts.TypeFlags): boolean {
  return type.isIntersection() && type.types.some(part => part.flags & flags)
}

/** The outermost function or constant around a node. */
function enclosingName(node: ts.Node): string {
  let name = '(file)'
  for (let at = node; !ts.isSourceFile(at); at = at.parent)
    if ((ts.isFunctionDeclaration(at) || ts.isMethodDeclaration(at) || ts.isVariableDeclaration(at)) && at.name)
      name = at.name.getText()
  return name
}
