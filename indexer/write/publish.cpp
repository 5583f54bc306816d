// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/publish.h"

#include <algorithm>
#include <limits>
#include <random>
#include <set>

#include "indexer/write/staged_database.h"
#include "schema/archive/durable.h"
#include "schema/archive/place.h"
#include "schema/document.h"
#include "schema/error.h"
#include "schema/fields.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

// A random (version 4) UUID, RFC 9562.
std::string new_uuid() {
  std::random_device device;
  std::string uuid;
  for (int digit = 0; digit < 32; ++digit) {
    if (digit == 8 || digit == 12 || digit == 16 || digit == 20) uuid += '-';
    unsigned number = device() & 15;
    if (digit == 12) number = 4;
    if (digit == 16) number = 8 | (number & 3);
    uuid += "0123456789abcdef"[number];
  }
  return uuid;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// Names that new_segment_name gives. Nothing of another name is ever removed: it is not ours.
bool is_segment_name(std::string_view name) {
  const std::size_t dash = name.find('-');
  return dash != std::string_view::npos && is_number(name.substr(0, dash)) &&
         is_number(name.substr(dash + 1));
}

bool is_ledger_name(std::string_view name) {
  constexpr std::string_view kBegin = "sources-";
  constexpr std::string_view kEnd = ".tsv";
  return name.size() > kBegin.size() + kEnd.size() && name.starts_with(kBegin) &&
         name.ends_with(kEnd) &&
         is_number(name.substr(kBegin.size(), name.size() - kBegin.size() - kEnd.size()));
}

// Removes segments that no manifest names, and ledgers that are not the current one.
void remove_strays(const fs::path& archive, const Manifest& manifest) {
  std::set<std::string> named{manifest.ledger};
  for (const Segment& segment : manifest.segments) named.insert(segment.name);
  named.insert(manifest.retired.begin(), manifest.retired.end());
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(archive / "segments", ignored)) {
    const std::string name = entry.path().filename().string();
    if (is_segment_name(name) && !named.contains(name)) fs::remove_all(entry.path(), ignored);
  }
  for (const fs::directory_entry& entry : fs::directory_iterator(archive, ignored)) {
    const std::string name = entry.path().filename().string();
    if (is_ledger_name(name) && !named.contains(name)) fs::remove(entry.path(), ignored);
  }
}

std::uint64_t frequency_of(const Xapian::Database& database, std::string_view prefix) {
  const std::string from(prefix);
  std::uint64_t sum = 0;
  for (auto term = database.allterms_begin(from); term != database.allterms_end(from); ++term)
    sum += term.get_termfreq();
  return sum;
}

void count_languages(const fs::path& archive, Manifest& manifest) {
  manifest.languages.clear();
  const std::string prefix(field("lang").prefix);
  for (const Segment& segment : manifest.segments) {
    const Xapian::Database database(segment_path(archive, segment).string());
    std::uint64_t known = 0;
    for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix);
         ++term) {
      manifest.languages[(*term).substr(prefix.size())] += term.get_termfreq();
      known += term.get_termfreq();
    }
    if (database.get_doccount() > known) manifest.languages[""] += database.get_doccount() - known;
  }
}

void delete_documents(const fs::path& folder, const std::vector<std::uint32_t>& documents) {
  Xapian::WritableDatabase database(folder.string(), Xapian::DB_OPEN);
  for (const std::uint32_t document : documents) {
    try {
      database.delete_document(document);
    } catch (const Xapian::DocNotFoundError&) {  // a run that was killed deleted it already
    }
  }
  database.commit();
}

void retire_empty(Manifest& manifest) {
  for (const Segment& segment : manifest.segments)
    if (segment.articles == 0) manifest.retired.push_back(segment.name);
  std::erase_if(manifest.segments, [](const Segment& segment) { return segment.articles == 0; });
}

// The first of the two neighbours that are smallest together.
std::size_t smallest_pair(const std::vector<Segment>& segments) {
  std::size_t best = 0;
  std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
  for (std::size_t i = 0; i + 1 < segments.size(); ++i) {
    const std::uint64_t together = segments[i].articles + segments[i + 1].articles;
    if (together < least) {
      least = together;
      best = i;
    }
  }
  return best;
}

void sort_by_date(std::vector<Segment>& segments) {
  std::sort(segments.begin(), segments.end(), [](const Segment& a, const Segment& b) {
    if (a.days.has_value() != b.days.has_value()) return !a.days.has_value();
    if (a.days && a.days->first != b.days->first) return a.days->first < b.days->first;
    return a.name < b.name;
  });
}

// A run of neighbours that will become one segment.
struct Merge {
  std::vector<Segment> parts;
  Segment sum;
};

std::vector<Merge> plan_merges(const std::vector<Segment>& segments, std::size_t most_segments) {
  std::vector<Merge> merges;
  for (const Segment& segment : segments) merges.push_back({{segment}, segment});
  while (merges.size() > std::max<std::size_t>(most_segments, 1)) {
    std::vector<Segment> sums;
    for (const Merge& merge : merges) sums.push_back(merge.sum);
    const std::size_t first = smallest_pair(sums);
    Merge& into = merges[first];
    const Merge& from = merges[first + 1];
    into.parts.insert(into.parts.end(), from.parts.begin(), from.parts.end());
    into.sum.articles += from.sum.articles;
    into.sum.undated += from.sum.undated;
    into.sum.days = cover(into.sum.days, from.sum.days);
    merges.erase(merges.begin() + static_cast<std::ptrdiff_t>(first) + 1);
  }
  return merges;
}

Segment carry_out(const fs::path& archive, const Merge& merge, const std::string& name) {
  Segment merged = merge.sum;
  merged.name = name;
  std::vector<fs::path> parts;
  for (const Segment& part : merge.parts) parts.push_back(segment_path(archive, part));
  join_databases(parts, segment_path(archive, merged));
  sync_tree(segment_path(archive, merged));
  return merged;
}

}  // namespace

Manifest open_or_create(const fs::path& archive) {
  Manifest manifest;
  if (has_manifest(archive)) {
    manifest = read_manifest(archive);
  } else {
    require_place_for_archive(archive);
    manifest.uuid = new_uuid();
    manifest.schema_version = kSchemaVersion;
    write_manifest(archive, manifest);  // before all else: what has segments only is damaged
  }
  std::error_code error;
  fs::create_directories(archive / "segments", error);
  if (error)
    throw Error(ExitCode::cannot_create,
                "cannot create archive '" + archive.string() + "': " + error.message());
  return manifest;
}

void tidy(const fs::path& archive, Manifest& manifest) {
  delete_hidden(archive, manifest);
  std::error_code ignored;
  for (const std::string& name : manifest.retired)
    if (is_segment_name(name)) fs::remove_all(archive / "segments" / name, ignored);
  manifest.retired.clear();
  remove_strays(archive, manifest);
}

void discard_unpublished(const fs::path& archive) noexcept {
  try {
    const Manifest manifest = read_manifest(archive);
    remove_strays(archive, manifest);
    if (manifest.revision == 0 && fs::remove(archive / "segments"))
      fs::remove(archive / "archive.json");
  } catch (const std::exception&) {  // the next run tidies
  }
}

Segment counted(const fs::path& archive, Segment segment) {
  const Xapian::Database database(segment_path(archive, segment).string());
  segment.articles = database.get_doccount();
  segment.undated = segment.articles - frequency_of(database, kYearPrefix);
  return segment;
}

void publish(const fs::path& archive, Manifest& manifest) {
  ++manifest.revision;
  sort_by_date(manifest.segments);
  count_languages(archive, manifest);
  sync_to_disk(archive / "segments");
  write_manifest(archive, manifest);
}

void hide(Manifest& manifest, const std::vector<Copy>& copies) {
  for (const Copy& copy : copies) {
    Segment& segment = manifest.segments[copy.segment];
    segment.hidden.push_back(copy.document);
    --segment.articles;
  }
  for (Segment& segment : manifest.segments)
    std::sort(segment.hidden.begin(), segment.hidden.end());
}

void delete_hidden(const fs::path& archive, Manifest& manifest) {
  bool changed = false;
  for (Segment& segment : manifest.segments) {
    if (segment.hidden.empty()) continue;
    delete_documents(segment_path(archive, segment), segment.hidden);
    segment.hidden.clear();
    segment = counted(archive, segment);
    changed = true;
  }
  if (!changed) return;
  retire_empty(manifest);
  publish(archive, manifest);
}

void merge_segments(const fs::path& archive, Manifest& manifest, std::size_t most_segments) {
  if (manifest.segments.size() <= most_segments) return;
  std::vector<Segment> segments;
  std::size_t number = 0;
  for (const Merge& merge : plan_merges(manifest.segments, most_segments)) {
    if (merge.parts.size() == 1) {
      segments.push_back(merge.sum);
      continue;
    }
    segments.push_back(carry_out(archive, merge, new_segment_name(manifest, number++)));
    for (const Segment& part : merge.parts) manifest.retired.push_back(part.name);
  }
  manifest.segments = std::move(segments);
  publish(archive, manifest);
}

std::string new_segment_name(const Manifest& manifest, std::size_t number) {
  return std::to_string(manifest.revision + 1) + "-" + std::to_string(number);
}

}  // namespace newsindex
