@echo off
rem Runs Broadsheet on a Java of its own, where the distribution holds one, else on a JDK 25 or later: that of JAVA_HOME,
rem the one on the PATH, or one in the usual folders.
rem BROADSHEET_JAVA_OPTS holds options for the JVM, such as -Xmx2g.
setlocal
set "HOME_DIR=%~dp0.."
set "JDK="
call :try "%HOME_DIR%\runtime"
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "delims=" %%j in ('where java 2^>nul') do call :try "%%~dpj.."
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*") do call :try "%%~d"
if not defined JDK (
    echo broadsheet: no JDK 25 or later was found: install one, or set JAVA_HOME to its folder 1>&2
    exit /b 3
)
rem The JVM's second compiler pays for itself only in what runs for long, and not while that starts.
set "PATIENT=-XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=5000 -XX:Tier4CompileThreshold=40000 -XX:Tier4BackEdgeThreshold=120000"
set "FLAGS=-XX:TieredStopAtLevel=1"
set "COLLECTOR=-XX:+UseSerialGC"
if "%~1"=="serve" set "FLAGS=%PATIENT% -XX:GCTimeRatio=99 -XX:-G1UseAdaptiveIHOP -XX:InitiatingHeapOccupancyPercent=75" & set "COLLECTOR="
if "%~1"=="prepare" set "FLAGS=%PATIENT% -XX:GCTimeRatio=99 -XX:-G1UseAdaptiveIHOP -XX:InitiatingHeapOccupancyPercent=75" & set "COLLECTOR="
if "%~1"=="index" set "FLAGS=%PATIENT%" & set "COLLECTOR=-XX:+UseParallelGC"
rem The JVM refuses a second choice of its collector.
echo "%BROADSHEET_JAVA_OPTS% %JDK_JAVA_OPTIONS% %JAVA_TOOL_OPTIONS%" | findstr /r "XX:+Use.*GC" >nul && set "COLLECTOR="
rem What a start needs, noted by "broadsheet prepare"; the JVM leaves alone what does not fit.
set "NOTED=%HOME_DIR%\lib\broadsheet.aot"
if "%*"=="prepare" (
    "%JDK%\bin\java" "-XX:AOTCacheOutput=%NOTED%" -XX:+IgnoreUnrecognizedVMOptions -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining --enable-native-access=ALL-UNNAMED %FLAGS% %COLLECTOR% %BROADSHEET_JAVA_OPTS% -cp "%HOME_DIR%\lib\*" org.broadsheet.cli.Broadsheet prepare >nul || exit /b 3
    exit /b 0
)
set "CACHE="
if exist "%NOTED%" set CACHE="-XX:AOTCache=%NOTED%" -Xlog:disable
"%JDK%\bin\java" %CACHE% --enable-native-access=ALL-UNNAMED %FLAGS% %COLLECTOR% %BROADSHEET_JAVA_OPTS% -cp "%HOME_DIR%\lib\*" org.broadsheet.cli.Broadsheet %*
exit /b %ERRORLEVEL%

:try
if defined JDK exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%v in ('findstr /b JAVA_VERSION= "%~1\release"') do for /f "delims=." %%m in ("%%~v") do if %%m GEQ 25 set "JDK=%~1"
exit /b 0
