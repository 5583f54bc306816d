// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/removal.h"

#include <algorithm>
#include <map>
#include <set>

#include "indexer/sources/ledger.h"
#include "indexer/write/rewrite.h"
#include "indexer/write/stored_articles.h"
#include "schema/digest.h"
#include "schema/error.h"
#include "schema/fields.h"
#include "schema/terms.h"
#include "schema/web_address.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

// A version of an article, deleted or not.
struct Version {
  Copy copy;
  std::string id;
  std::string path;
  bool is_living = false;
};

Version version_at(const std::vector<const OpenSegment*>& segments, std::size_t index,
                   Docid docid) {
  Article article = segments[index]->article(docid);
  return {{index, docid},
          std::move(article.id),
          std::move(article.origin.path),
          !segments[index]->deletions().contains(docid)};
}

// All versions with this id in the files of the segments.
std::vector<Version> with_id(const std::vector<const OpenSegment*>& segments,
                             const std::string& id) {
  std::vector<Version> found;
  for (std::size_t i = 0; i < segments.size(); ++i)
    read_if_intact(*segments[i], [&] {
      for (const Docid docid : segments[i]->columns().with_id(digest64(id))) {
        Version version = version_at(segments, i, docid);
        if (version.id == id) found.push_back(std::move(version));
      }
    });
  return found;
}

// The ids of all articles with this address, as written or in canonical form.
std::set<std::string> ids_at_address(const std::vector<const OpenSegment*>& segments,
                                     const std::string& address) {
  std::set<std::string> ids;
  for (const std::string& each : {address, canonical_url(address)}) {
    ids.insert(each);
    const std::string term = make_term(field("url").prefix, each);
    for (std::size_t i = 0; i < segments.size(); ++i)
      read_if_intact(*segments[i], [&] {
        const Xapian::Database& database = segments[i]->database();
        const auto end = database.postlist_end(term);
        for (auto at = database.postlist_begin(term); at != end; ++at)
          ids.insert(version_at(segments, i, *at).id);
      });
  }
  return ids;
}

// What a request matches in the archive.
struct Found {
  std::map<std::string, std::vector<Version>> by_id;  // all versions of the articles to remove
  Removal removal;
};

// `tick` is called again and again; an exception that it throws ends the search.
Found look_up(const std::vector<const OpenSegment*>& segments, const Removals& removals,
              const RemovalRequest& request, const std::function<void()>& tick) {
  Found found;
  for (const std::string& name :
       std::set<std::string>(request.articles.begin(), request.articles.end())) {
    tick();
    const bool is_address = name.find("://") != std::string::npos;
    bool is_there = false;
    for (const std::string& id :
         is_address ? ids_at_address(segments, name) : std::set<std::string>{name}) {
      std::vector<Version> versions = with_id(segments, id);
      const bool is_living = std::any_of(versions.begin(), versions.end(),
                                         [](const Version& each) { return each.is_living; });
      const bool is_to_be_purged =
          request.note.purged && (!versions.empty() || removals.contains(id));
      if (!is_living && !is_to_be_purged) continue;
      is_there = true;
      if (!found.by_id.emplace(id, std::move(versions)).second) continue;
      found.removal.removed += is_living ? 1 : 0;
    }
    if (!is_there) found.removal.missing.push_back(name);
  }
  for (const auto& [id, versions] : found.by_id) found.removal.ids.push_back(id);
  return found;
}

// Rewrites the segments that hold these versions, without them.
void write_without(Revision& revision, const Found& found, const OnProgress& on_progress) {
  std::map<std::size_t, std::set<Docid>> gone;
  for (const auto& [id, versions] : found.by_id)
    for (const Version& version : versions)
      gone[version.copy.segment].insert(version.copy.document);
  Rewriting rewriting(revision, {}, on_progress);
  const auto segments = revision.segments();
  for (const auto& [index, docids] : gone)
    rewriting.progress().articles_total += segments[index]->segment().articles;
  for (const auto& [index, docids] : gone)
    rewriting.copy(stored_segment(*segments[index],
                                  [&docids](Docid docid) { return !docids.contains(docid); }));
}

void remove_living(Revision& revision, const Found& found) {
  for (const auto& [id, versions] : found.by_id)
    for (const Version& version : versions)
      if (version.is_living) revision.remove(version.copy);
}

bool remember(Removals& removals, const Found& found, const RemovedArticle& note) {
  bool is_changed = false;
  for (const auto& [id, versions] : found.by_id) {
    RemovedArticle article = note;
    for (const Version& version : versions)
      if (version.is_living || article.path.empty()) article.path = version.path;
    is_changed = removals.add(id, article) || is_changed;
  }
  return is_changed;
}

Removals read_removals(const fs::path& archive, const Manifest& manifest) {
  return Removals::read(archive, manifest.table(kRemovalsTable));
}

// Writes the table for the revision that is published next.
void save(const Removals& removals, const fs::path& archive, Manifest& manifest) {
  manifest.tables[kRemovalsTable.name] = removals.write(archive, manifest.revision + 1);
}

template <class Use>
auto described(const fs::path& archive, Use use) {
  try {
    return use();
  } catch (const Xapian::Error& error) {
    throw describe(error, "archive '" + archive.string() + "'");
  }
}

}  // namespace

Removal remove_articles(const RemovalRequest& request, const OnProgress& on_progress) {
  read_manifest(request.archive);  // throws if there is no archive: a removal never creates one
  return described(request.archive, [&] {
    Revision revision(request.archive, request.run);
    Removals removals = read_removals(request.archive, revision.manifest());
    Found found = look_up(revision.segments(), removals, request, [&] { revision.pool().tick(); });
    if (request.note.purged)
      write_without(revision, found, on_progress);
    else
      remove_living(revision, found);
    found.removal.left_out = revision.left_out();
    const bool is_remembered = remember(removals, found, request.note);
    if (revision.finish() || is_remembered) {
      save(removals, request.archive, revision.manifest());
      revision.publish({});
    }
    if (request.note.purged) found.removal.files_left = revision.manifest().retired.size();
    return found.removal;
  });
}

Removal plan_removal(const RemovalRequest& request) {
  return with_archive(request.archive, [&](Archive& archive) {
    return look_up(archive.segments(), read_removals(request.archive, archive.manifest()), request,
                   [] {})
        .removal;
  });
}

Restoration restore_articles(const fs::path& archive, const std::vector<std::string>& ids,
                             const RunLimits& limits) {
  read_manifest(archive);
  return described(archive, [&] {
    Revision revision(archive, limits);
    Manifest& manifest = revision.manifest();
    Removals removals = read_removals(archive, manifest);
    Ledger ledger = Ledger::read(archive, manifest.table(kSourcesTable));
    Restoration restoration;
    std::set<std::string> sources;
    for (const std::string& id : std::set<std::string>(ids.begin(), ids.end())) {
      const auto at = removals.by_id().find(id);
      if (at == removals.by_id().end()) {
        restoration.missing.push_back(id);
        continue;
      }
      sources.insert(at->second.path);
      restoration.ids.push_back(id);
      removals.take_back(id);
    }
    for (const std::string& source : sources)
      if (!ledger.read_again(source)) restoration.unknown_sources.push_back(source);
    if (restoration.ids.empty()) return restoration;
    revision.finish();
    save(removals, archive, manifest);
    manifest.tables[kSourcesTable.name] = ledger.write(archive, manifest.revision + 1);
    revision.publish({});
    return restoration;
  });
}

}  // namespace newsindex
