# While the register is maintained: it can be read, and nothing is saved.
maintained-label = Maintenance
maintained-banner = The register is being maintained. Everything can be read; nothing can be saved, and nobody can sign in until this is over.
maintained = Not saved: the register is being maintained
maintained-about = Nothing was changed. What you typed still stands in the form: go back in your browser, keep that page open, and send it again once the maintenance is over.
maintained-text-kept = Not saved: the register is being maintained. Everything you typed is kept here; keep this page open and save again once the maintenance is over.
