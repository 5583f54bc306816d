// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/change_ledger.h"

#include "schema/archive/manifest.h"

namespace newsindex {

void change_ledger(const std::filesystem::path& archive, const RunLimits& limits,
                   const std::function<void(Ledger&)>& change) {
  read_manifest(archive);  // throws if there is no archive
  const ArchiveLock lock(archive, limits.lock_timeout, limits.stop);
  Manifest manifest = read_manifest(archive);
  Ledger ledger = Ledger::read(archive, manifest.table(kSourcesTable));
  change(ledger);
  if (!ledger.has_changed()) return;
  manifest.tables[kSourcesTable.name] = ledger.write(archive, manifest.revision);
  write_manifest(archive, manifest);
}

void set_aside(const std::filesystem::path& archive, const std::vector<std::string>& sources,
               const RunLimits& limits) {
  change_ledger(archive, limits, [&sources](Ledger& ledger) {
    for (const std::string& source : sources)
      if (!ledger.set_aside(source))
        throw Error(ExitCode::no_input, "source '" + source +
                                            "' has nothing to be forgotten (newsindex rejects "
                                            "lists the names)");
  });
}

}  // namespace newsindex
