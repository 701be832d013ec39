@echo off
rem Starts Keyhold: the desktop with nothing or `desktop`, otherwise a command that never loads JavaFX.
rem Java 25 or newer is looked for in KEYHOLD_JAVA_HOME, JAVA_HOME, on PATH, and where installers put it.
setlocal EnableExtensions
set "home=%~dp0.."
set "java="

if exist "%home%\lib\runtime\bin\java.exe" (
    set "java=%home%\lib\runtime\bin\java.exe"
    goto :start
)
if defined KEYHOLD_JAVA_HOME call :try "%KEYHOLD_JAVA_HOME%"
if not defined java if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined java for /f "delims=" %%j in ('where java 2^>nul') do if not defined java call :try "%%~dpj.."
if not defined java for /d %%d in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do call :try "%%~d"
if not defined java (
    echo keyhold: No Java 25 or newer was found. Install one or set KEYHOLD_JAVA_HOME to its folder.>&2
    exit /b 1
)

:start
set "flags=--enable-native-access=ALL-UNNAMED -XX:+UseSerialGC"
set "desktop="
if "%~1"=="" set "desktop=yes"
if /i "%~1"=="desktop" set "desktop=yes"
if /i "%~1"=="demo" set "desktop=yes"
set "compile=-XX:CompileCommand=quiet -XX:CompileCommand=CompileThresholdScaling,com.sun.crypto.provider.GaloisCounterMode::implGCMCrypt*,0.01 -XX:CompileCommand=CompileThresholdScaling,org.bouncycastle.crypto.generators.Argon2BytesGenerator*::*,0.2"
if defined desktop (
    set "flags=--add-modules javafx.controls,javafx.fxml,javafx.swing --enable-native-access=javafx.graphics,ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
    if exist "%home%\lib\javafx" set "modules=--module-path "%home%\lib\javafx""
)
set "native=%home%\lib\app\native\Windows\x86_64"
if /i "%PROCESSOR_ARCHITECTURE%"=="ARM64" set "native=%home%\lib\app\native\Windows\aarch64"
"%java%" -XX:+DisableAttachMechanism -XX:-HeapDumpOnOutOfMemoryError -XX:-UsePerfData -Djava.library.path="%native%" -Dorg.sqlite.lib.path="%native%" %modules% %compile% %flags% -cp "%home%\lib\app\keyhold.jar" app.keyhold.Keyhold %*
exit /b %ERRORLEVEL%

:try
if not exist "%~1\bin\java.exe" exit /b
for /f "tokens=2 delims==." %%v in ('findstr /b "JAVA_VERSION=" "%~1\release" 2^>nul') do set "found=%%~v"
if not defined found exit /b
set "found=%found:"=%"
if %found% GEQ 25 set "java=%~1\bin\java.exe"
set "found="
exit /b
