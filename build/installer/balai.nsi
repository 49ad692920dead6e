; The Windows installer. electron-builder runs it (nsis.script in electron-builder.yml), and so does build/make-installer.ts with any
; makensis. Both define VERSION, MUI_ICON and MUI_UNICON; the second one APP_FOLDER, OUT and VERSION4 too.
;
; What it promises: one fixed place for this user, never asked for; nothing is ever killed; the program that is there stays whole until
; the new one is whole; the data is not touched, neither by an update nor by the uninstaller.
;
; Exit codes: 0 done, 2 files in use or not writable (all as before), 3 Balai is open, 4 Windows is too old, 5 a newer Balai is
; installed, 6 no room, 7 another installer runs.

Unicode true
; 32-bit, as the NSIS of electron-builder makes it, runs on every Windows; Wine comes without 32-bit parts.
!ifdef FOR_WINE
  Target amd64-unicode
!endif
!ifdef STORED
  SetCompress off
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 32
!endif

!ifndef APP_FOLDER
  ; electron-builder names only the archive that it would install; the folder it made it of lies beside.
  !searchparse "${APP_64}" "" BUILD_FOLDER "${APP_64_NAME}"
  !define APP_FOLDER "${BUILD_FOLDER}win-unpacked"
!endif

!include MUI2.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include WordFunc.nsh
!include FileFunc.nsh
!include x64.nsh
!include Win\COM.nsh
!include Win\Propkey.nsh

; What is not asked cannot be "D:\Balai Latihan Kerja" with the office's own files in it.
!define PLACE "$LOCALAPPDATA\Programs\Balai"
!define INCOMING "${PLACE}.baru"
!define OUTGOING "${PLACE}.lama"
!define DATA "$LOCALAPPDATA\Balai"
!define PROGRAM "Balai.exe"
!define UNINSTALLER "Hapus Balai.exe"
!define USER_MODEL_ID "id.balai.desktop"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${USER_MODEL_ID}"

!define FAILED_FILES 2
!define FAILED_OPEN 3
!define FAILED_WINDOWS 4
!define FAILED_OLDER 5
!define FAILED_ROOM 6
!define FAILED_TWICE 7

Name "Balai"
Caption "Pasang Balai ${VERSION}"
BrandingText "Balai ${VERSION}"
InstallDir "${PLACE}"
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
ShowInstDetails nevershow
ShowUninstDetails nevershow
AutoCloseWindow true
AllowSkipFiles off

!ifdef OUT
  OutFile "${OUT}"
  VIProductVersion "${VERSION4}"
  VIAddVersionKey /LANG=1057 ProductName "Balai"
  VIAddVersionKey /LANG=1057 ProductVersion "${VERSION}"
  VIAddVersionKey /LANG=1057 FileVersion "${VERSION}"
  VIAddVersionKey /LANG=1057 FileDescription "Pemasang Balai"
  VIAddVersionKey /LANG=1057 LegalCopyright "Balai"
!endif

; Started by Balai itself (Pengaturan > Pembaruan), BALAI_UPDATING is 1: no page to press through, and it waits until the program
; has ended. With BALAI_REOPEN 1 the program is opened again, on BALAI_DATA where that is not its usual folder.
Var updating
Var reopen
Var dataFolder
Var hadProgram

!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TITLE "Pasang Balai ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "Balai dipasang untuk pengguna Windows ini saja, tanpa kata sandi administrator.$\r$\n$\r$\nBila Balai sudah ada, hanya programnya yang diganti. Data, cadangan dan kunci tanda tangan di folder di bawah ini tidak disentuh:$\r$\n$\r$\n${DATA}"
!define MUI_PAGE_CUSTOMFUNCTION_PRE skipWhenUpdating
!define MUI_PAGE_CUSTOMFUNCTION_SHOW nameInstallButton
!insertmacro MUI_PAGE_WELCOME
!define MUI_INSTFILESPAGE_FINISHHEADER_TEXT "Balai ${VERSION} terpasang"
!define MUI_INSTFILESPAGE_FINISHHEADER_SUBTEXT "Balai segera dibuka."
!define MUI_INSTFILESPAGE_ABORTHEADER_TEXT "Balai tidak dipasang"
!define MUI_INSTFILESPAGE_ABORTHEADER_SUBTEXT "Yang sudah ada tidak berubah."
!insertmacro MUI_PAGE_INSTFILES

!define MUI_UNCONFIRMPAGE_TEXT_TOP "Hanya program Balai yang dihapus. Data, cadangan dan kunci tanda tangan tetap ada di ${DATA} dan dipakai lagi bila Balai dipasang kembali."
!define MUI_UNCONFIRMPAGE_TEXT_LOCATION "Dihapus dari:"
!insertmacro MUI_UNPAGE_CONFIRM
!macro undefine name
  !ifdef ${name}
    !undef ${name}
  !endif
!macroend
!insertmacro undefine MUI_INSTFILESPAGE_FINISHHEADER_TEXT
!insertmacro undefine MUI_INSTFILESPAGE_FINISHHEADER_SUBTEXT
!insertmacro undefine MUI_INSTFILESPAGE_ABORTHEADER_TEXT
!insertmacro undefine MUI_INSTFILESPAGE_ABORTHEADER_SUBTEXT
!define MUI_INSTFILESPAGE_FINISHHEADER_TEXT "Balai sudah dihapus"
!define MUI_INSTFILESPAGE_FINISHHEADER_SUBTEXT "Data tetap ada di ${DATA}."
!define MUI_INSTFILESPAGE_ABORTHEADER_TEXT "Balai tidak dihapus"
!define MUI_INSTFILESPAGE_ABORTHEADER_SUBTEXT "Tidak ada yang berubah."
!insertmacro MUI_UNPAGE_INSTFILES

; The one language: with a second one NSIS takes that of Windows, and an English Windows is usual in an office.
!insertmacro MUI_LANGUAGE "Indonesian"

!define SAY_OLD_WINDOWS "Balai memerlukan Windows 10 atau 11, 64-bit. Tidak ada yang dipasang."
!define SAY_OPEN "Balai sedang terbuka. Tutup Balai dulu, lalu tekan Coba Lagi."
!define SAY_NEWER "Balai $R1 sudah terpasang, lebih baru daripada ${VERSION} di berkas ini. Versi lama tidak dapat membuka data versi baru, jadi tidak ada yang diubah."
!define SAY_IN_USE "Berkas program Balai tidak dapat diganti: sedang dipakai program lain (mungkin antivirus) atau diska bermasalah. Yang sudah ada tidak berubah. Coba lagi sebentar lagi."
!define SAY_NO_ROOM "Diska penuh: perlu $R2 MB kosong untuk memasang Balai, ada $R3 MB. Kosongkan ruang, lalu coba lagi. Yang sudah ada tidak berubah."
!define SAY_TWICE "Pemasang Balai sudah berjalan. Selesaikan yang itu dulu."
!define SAY_NOT_REMOVED "Sebagian berkas program sedang dipakai program lain dan belum terhapus. Ulangi setelah komputer dinyalakan kembali. Data tidak disentuh."

!macro refuse message code
  MessageBox MB_OK|MB_ICONSTOP "${message}" /SD IDOK
  SetErrorLevel ${code}
  Quit
!macroend

; Two of them would rename each other's folders away.
!macro refuseTwice
  System::Call 'kernel32::CreateMutexW(p 0, i 1, w "${USER_MODEL_ID}.pemasang") p .r1 ?e'
  Pop $0
  ${If} $0 = 183
    !insertmacro refuse "${SAY_TWICE}" ${FAILED_TWICE}
  ${EndIf}
!macroend

; A program that runs cannot be opened for writing. No list of processes, no PowerShell that an apostrophe in a user's name would break.
; ${seconds}: how long to wait before anybody is asked.
!macro refuseWhileOpen seconds
  StrCpy $R0 ${seconds}
  ${Do}
    ${IfNot} ${FileExists} "${PLACE}\${PROGRAM}"
      ${ExitDo}
    ${EndIf}
    ClearErrors
    FileOpen $1 "${PLACE}\${PROGRAM}" a
    ${IfNot} ${Errors}
      FileClose $1
      ${ExitDo}
    ${EndIf}
    ${If} $R0 > 0
      Sleep 1000
      IntOp $R0 $R0 - 1
      ${Continue}
    ${EndIf}
    ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${SAY_OPEN}" /SD IDCANCEL IDRETRY`
      ${Continue}
    ${EndIf}
    SetErrorLevel ${FAILED_OPEN}
    Quit
  ${Loop}
!macroend

; Renames a folder, again and again for ten seconds while a scanner looks into it. Leaves the error flag set when it cannot be done.
!macro renameWhenFree from to
  StrCpy $R0 20
  ${Do}
    ClearErrors
    Rename "${from}" "${to}"
    ${IfNot} ${Errors}
      ${ExitDo}
    ${EndIf}
    IntOp $R0 $R0 - 1
    ${If} $R0 = 0
      SetErrors
      ${ExitDo}
    ${EndIf}
    Sleep 500
  ${Loop}
!macroend

Function .onInit
  ; Through the environment: what NSIS makes of a command line breaks at an apostrophe in a path.
  ReadEnvStr $updating BALAI_UPDATING
  ReadEnvStr $reopen BALAI_REOPEN
  ReadEnvStr $dataFolder BALAI_DATA

  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${RunningX64}
    !insertmacro refuse "${SAY_OLD_WINDOWS}" ${FAILED_WINDOWS}
  ${EndIf}
  !insertmacro refuseTwice
  StrCpy $INSTDIR "${PLACE}"

  ; The power went off between the two renames of an update: the old program goes back before anything is judged or removed.
  ${IfNot} ${FileExists} "${PLACE}\*.*"
  ${AndIf} ${FileExists} "${OUTGOING}\${PROGRAM}"
    Rename "${OUTGOING}" "${PLACE}"
  ${EndIf}

  StrCpy $hadProgram 0
  ${If} ${FileExists} "${PLACE}\${PROGRAM}"
    StrCpy $hadProgram 1
    ReadRegStr $R1 HKCU "${KEY}" DisplayVersion
    ${If} $R1 != ""
      ${VersionCompare} "$R1" "${VERSION}" $1
      ${If} $1 = 1
        !insertmacro refuse "${SAY_NEWER}" ${FAILED_OLDER}
      ${EndIf}
    ${EndIf}
  ${EndIf}

  ${If} $updating = 1
    !insertmacro refuseWhileOpen 60
  ${Else}
    !insertmacro refuseWhileOpen 0
  ${EndIf}

  ; Both programs lie side by side for a moment. Kilobytes, and a tenth more for what the disk itself needs.
  SectionGetSize 0 $R2
  IntOp $R2 $R2 / 1000
  IntOp $R2 $R2 + 50
  ${DriveSpace} "$LOCALAPPDATA" "/D=F /S=M" $R3
  ${IfNot} ${Errors}
  ${AndIf} $R3 < $R2
    !insertmacro refuse "${SAY_NO_ROOM}" ${FAILED_ROOM}
  ${EndIf}
FunctionEnd

Function skipWhenUpdating
  ${If} $updating = 1
    Abort
  ${EndIf}
FunctionEnd

Function nameInstallButton
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:&Pasang"
FunctionEnd

; Gives a shortcut the id that the program has in the task bar: without it a pinned Balai would be a second button.
Function setUserModelId
  Exch $0
  Push $1
  Push $2
  Push $3
  Push $4
  Push $5
  !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r1 ""
  ${If} $1 P<> 0
    ${IUnknown::QueryInterface} $1 '("${IID_IPersistFile}",.r2)'
    ${If} $2 P<> 0
      ${IPersistFile::Load} $2 '("$0", 2)'
      ${IUnknown::QueryInterface} $1 '("${IID_IPropertyStore}",.r3)'
      ${If} $3 P<> 0
        System::Call 'Oleaut32::SysAllocString(w "${USER_MODEL_ID}") p .r4'
        System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID}) p .r5'
        System::Call '*${SYSSTRUCT_PROPVARIANT}(${VT_BSTR},,r4) p .R0'
        ${IPropertyStore::SetValue} $3 '($5,$R0)'
        ${IPropertyStore::Commit} $3 ""
        System::Call 'Oleaut32::SysFreeString(p r4)'
        System::Free $R0
        System::Free $5
        ${IUnknown::Release} $3 ""
        ${IPersistFile::Save} $2 '("$0", 1)'
      ${EndIf}
      ${IUnknown::Release} $2 ""
    ${EndIf}
    ${IUnknown::Release} $1 ""
  ${EndIf}
  Pop $5
  Pop $4
  Pop $3
  Pop $2
  Pop $1
  Pop $0
FunctionEnd

!macro makeShortcut path
  CreateShortCut "${path}" "$INSTDIR\${PROGRAM}"
  Push "${path}"
  Call setUserModelId
!macroend

Section
  ; What an interrupted run left. The old program itself was put back in .onInit.
  RMDir /r "${INCOMING}"
  RMDir /r "${OUTGOING}"

  ; First whole beside the present one, then two renames.
  ClearErrors
  SetOutPath "${INCOMING}"
  File /r "${APP_FOLDER}/*"
  WriteUninstaller "${INCOMING}\${UNINSTALLER}"
  SetOutPath "$TEMP"
  ${If} ${Errors}
    Abort "${SAY_IN_USE}"
  ${EndIf}

  ${If} ${FileExists} "${PLACE}\*.*"
    !insertmacro renameWhenFree "${PLACE}" "${OUTGOING}"
    ${If} ${Errors}
      Abort "${SAY_IN_USE}"
    ${EndIf}
  ${EndIf}
  !insertmacro renameWhenFree "${INCOMING}" "${PLACE}"
  ${If} ${Errors}
    Rename "${OUTGOING}" "${PLACE}"
    Abort "${SAY_IN_USE}"
  ${EndIf}
  RMDir /r "${OUTGOING}"

  SetOutPath "$INSTDIR"
  !insertmacro makeShortcut "$SMPROGRAMS\Balai.lnk"
  ; Whoever took it off the desktop does not want it back with every update.
  ${If} $hadProgram = 0
    !insertmacro makeShortcut "$DESKTOP\Balai.lnk"
  ${EndIf}
  WriteRegStr HKCU "${KEY}" DisplayName "Balai ${VERSION}"
  WriteRegStr HKCU "${KEY}" DisplayVersion "${VERSION}"
  WriteRegStr HKCU "${KEY}" Publisher "Balai"
  WriteRegStr HKCU "${KEY}" DisplayIcon "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${KEY}" InstallLocation "$INSTDIR"
  WriteRegStr HKCU "${KEY}" UninstallString '"$INSTDIR\${UNINSTALLER}"'
  WriteRegStr HKCU "${KEY}" QuietUninstallString '"$INSTDIR\${UNINSTALLER}" /S'
  WriteRegDWORD HKCU "${KEY}" NoModify 1
  WriteRegDWORD HKCU "${KEY}" NoRepair 1
  SectionGetSize 0 $0
  WriteRegDWORD HKCU "${KEY}" EstimatedSize $0
SectionEnd

Function openProgram
  ${If} $dataFolder != ""
    Exec '"${PLACE}\${PROGRAM}" --data "$dataFolder"'
  ${ElseIf} ${FileExists} "${PLACE}\${PROGRAM}"
    Exec '"${PLACE}\${PROGRAM}"'
  ${EndIf}
FunctionEnd

Function .onInstSuccess
  ${If} $updating = 1
  ${AndIf} $reopen != 1
    Return
  ${EndIf}
  ${IfNot} ${Silent}
  ${OrIf} $reopen = 1
    Call openProgram
  ${EndIf}
FunctionEnd

; Aborted: full disk, held files, or the window was closed. Whatever was there is there still.
Function .onInstFailed
  SetOutPath "$TEMP"
  RMDir /r "${INCOMING}"
  MessageBox MB_OK|MB_ICONSTOP "${SAY_IN_USE}" /SD IDOK
  SetErrorLevel ${FAILED_FILES}
  ${If} $reopen = 1
    Call openProgram
  ${EndIf}
FunctionEnd

Function un.onInit
  StrCpy $INSTDIR "${PLACE}"
  !insertmacro refuseTwice
  !insertmacro refuseWhileOpen 0
FunctionEnd

Section Uninstall
  ; By its fixed name, and renamed first: a program of which half is gone would still be there to be started.
  SetOutPath "$TEMP"
  !insertmacro renameWhenFree "${PLACE}" "${OUTGOING}"
  ${If} ${Errors}
    !insertmacro refuse "${SAY_NOT_REMOVED}" ${FAILED_FILES}
  ${EndIf}
  RMDir /r "${INCOMING}"
  RMDir /r "${OUTGOING}"
  Delete "$SMPROGRAMS\Balai.lnk"
  Delete "$DESKTOP\Balai.lnk"
  DeleteRegKey HKCU "${KEY}"
  ${If} ${FileExists} "${OUTGOING}\*.*"
    MessageBox MB_OK|MB_ICONINFORMATION "${SAY_NOT_REMOVED}" /SD IDOK
  ${EndIf}
SectionEnd
