$appcmd = [IO.Path]::Combine($system32, 'inetsrv', 'appcmd.exe')
$workers = Read-Program $appcmd 'list wp /xml'
$requests = Read-Program $appcmd 'list requests /xml'
$processes = Read-List {
  foreach ($process in [Diagnostics.Process]::GetProcessesByName('w3wp')) {
    @{
      processId = $process.Id
      use = (Read-Part {
          @{
            cpuSeconds = $process.TotalProcessorTime.TotalSeconds
            privateBytes = $process.PrivateMemorySize64
            workingSetBytes = $process.WorkingSet64
            started = (ConvertTo-Moment $process.StartTime)
          }
        })
    }
  }
}
@{ workers = $workers; requests = $requests; processes = $processes }
