; Plays a virus scanner on Windows: opens a file that others may share only as far as told, and holds it until told to let go. What Node
; opens is always shared, so it cannot play this part. Asked through the environment: HOLD_FILE, HOLD_SHARE (0 nothing, 1 reading,
; 3 reading and writing), HOLD_STOP (the file that ends it); the file "<HOLD_STOP>.held" says that it holds.
Unicode true
Target amd64-unicode
OutFile "${OUT}"
RequestExecutionLevel user
SilentInstall silent
SetCompress off
!include LogicLib.nsh

Section
  ReadEnvStr $1 HOLD_FILE
  ReadEnvStr $2 HOLD_SHARE
  ReadEnvStr $3 HOLD_STOP
  System::Call 'kernel32::CreateFileW(w r1, i 0x80000000, i r2, p 0, i 3, i 0, p 0) p .r4'
  ${If} $4 P= -1
    SetErrorLevel 9
    Quit
  ${EndIf}
  FileOpen $5 "$3.held" w
  FileClose $5
  ${For} $6 1 600
    ${If} ${FileExists} "$3"
      ${Break}
    ${EndIf}
    Sleep 100
  ${Next}
  System::Call 'kernel32::CloseHandle(p r4)'
SectionEnd
