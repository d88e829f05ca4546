$stores = foreach ($name in 'My', 'WebHosting') {
  @{
    name = $name
    certificates = (Read-List {
        $store = New-Object -TypeName Security.Cryptography.X509Certificates.X509Store -ArgumentList $name, ([Security.Cryptography.X509Certificates.StoreLocation]::LocalMachine)
        $store.Open([Security.Cryptography.X509Certificates.OpenFlags]::ReadOnly -bor [Security.Cryptography.X509Certificates.OpenFlags]::OpenExistingOnly)
        try {
          foreach ($certificate in $store.Certificates) {
            $names = $certificate.Extensions['2.5.29.17']
            $der = $null
            if ($null -ne $names) { $der = [Convert]::ToBase64String($names.RawData) }
            @{
              subject = [string] $certificate.Subject
              issuer = [string] $certificate.Issuer
              thumbprint = [string] $certificate.Thumbprint
              friendlyName = [string] $certificate.FriendlyName
              notBefore = (ConvertTo-Moment $certificate.NotBefore)
              notAfter = (ConvertTo-Moment $certificate.NotAfter)
              hasPrivateKey = [bool] $certificate.HasPrivateKey
              alternativeNames = $der
            }
          }
        } finally { $store.Close() }
      })
  }
}
@{ stores = @($stores) }
