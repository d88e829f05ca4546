$wevtutil = [IO.Path]::Combine($system32, 'wevtutil.exe')
$since = 'TimeCreated[timediff(@SystemTime) <= ' + [long] ([double] $asked.hours * 3600000) + ']'
$troubles = '(Level=1 or Level=2 or Level=3)'
$system = "Provider[@Name='Microsoft-Windows-WAS' or @Name='Microsoft-Windows-IIS-W3SVC' or @Name='Microsoft-Windows-HttpEvent' or @Name='Microsoft-Windows-HttpService' or @Name='Microsoft-Windows-IIS-IISReset' or @Name='Microsoft-Windows-DistributedCOM']"
$starts = "(Provider[@Name='Service Control Manager' or @Name='Schannel' or @Name='Microsoft-Windows-Resource-Exhaustion-Detector'] and $troubles)"
$application = "Provider[@Name='ASP.NET 4.0.30319.0' or @Name='ASP.NET 2.0.50727.0' or @Name='Active Server Pages' or @Name='IIS AspNetCore Module' or @Name='IIS AspNetCore Module V2' or @Name='Microsoft-Windows-IIS-W3SVC-WP' or @Name='Microsoft-Windows-IIS-W3SVC-PerfCounters' or @Name='Microsoft-Windows-IIS-APPHOSTSVC' or @Name='Microsoft-Windows-IIS-WMSVC' or @Name='Application Error' or @Name='Windows Error Reporting' or @Name='.NET Runtime']"

$queries = @(
  @('System', "*[System[($system or $starts) and $since]]"),
  @('Application', "*[System[$application and $since]]"),
  @('Microsoft-Windows-IIS-Configuration/Administrative', "*[System[$troubles and $since]]"),
  @('Microsoft-Windows-IIS-Configuration/Operational', "*[System[$troubles and $since]]")
)
$logs = foreach ($query in $queries) {
  $arguments = 'qe "' + $query[0] + '" "/q:' + $query[1] + '" /f:RenderedXml /rd:true /c:' + [int] $asked.limit + ' /uni:true'
  @{ log = $query[0]; output = (Read-Program $wevtutil $arguments) }
}
@{ logs = @($logs) }
