// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/choice.h"

#include "indexer/write/past_versions.h"

namespace newsindex {
namespace {

// Gives the article its ingest sequence. It is a new one, unless the content is unchanged and only
// the source file or the analysis differs: then the article keeps the old one.
std::uint64_t give_sequence(TakenArticle& taken, std::uint64_t& last) {
  if (!taken.known || !is_only_analysed_anew(taken.article.past.back())) return ++last;
  taken.article.past.pop_back();
  return taken.known->sequence;
}

}  // namespace

Choice::Choice(Revision& revision, Ledger& ledger, SourceChanges& changes, RunReport& report)
    : revision_(revision),
      ledger_(ledger),
      changes_(changes),
      report_(report),
      given_(revision.folder_on_disk()),
      stories_(revision.folder_on_disk()) {}

void Choice::free_memory() {
  given_.reset();
  stories_.reset();
}

void Choice::all_of(const std::string& source) {
  parts_.erase(source);
  lost_.erase(source);
}

void Choice::take_out(const Copy& copy) {
  taken_out_.emplace(copy.segment, copy.document);
  revision_.remove(copy);
}

bool Choice::stands(const KnownArticle& known) const {
  return !taken_out_.contains({known.copy.segment, known.copy.document});
}

void Choice::note_shared(const std::string& a, const std::string& b) {
  if (a == b) return;
  for (const std::string& source : {a, b}) {
    shared_.insert(source);
    ledger_.share_ids(source);
  }
}

// Compares with the version in the archive. The version that the same source gave before does not
// count if all of the source is read: it is either gone from the source or will be read again.
bool Choice::is_older_than_known(const ArticleVersion& known, const ArticleVersion& version) {
  const bool is_own = known.source == version.source;
  if (is_own && !parts_.contains(version.source)) return false;
  ArticleVersion dated = known;
  dated.source_ns = changes_.version_ns(known.source);
  const bool loses = version < dated;
  if (is_own && loses) lost_.insert(version.source);
  return loses;
}

Choice::Verdict Choice::compare(const TakenArticle& taken, const ArticleVersion& version,
                                const std::optional<GivenArticle>& given) {
  if (given) note_shared(given->version.source, version.source);
  if (given && (given->sequence > 0 || version < given->version)) {
    if (given->digest == taken.digest) return Verdict::is_same;
    return version < given->version ? Verdict::is_older : Verdict::is_newer;
  }
  if (!taken.known || !stands(*taken.known)) return Verdict::is_new;
  const ArticleVersion& known = taken.known->version;
  note_shared(known.source, version.source);
  if (taken.known->digest == taken.digest) return Verdict::is_same;
  return is_older_than_known(known, version) ? Verdict::is_older : Verdict::is_newer;
}

bool Choice::choose(TakenArticle taken, std::vector<NewArticle>& chosen) {
  const std::string id = taken.article.id;
  const ArticleVersion version =
      version_of(taken.article, changes_.version_ns(taken.article.origin.path));
  const auto given = given_->find(id);
  GivenArticle now{taken.digest, given ? given->sequence : 0, version};
  const Verdict verdict = compare(taken, version, given);
  if (verdict == Verdict::is_same) ++report_.unchanged;
  if (verdict == Verdict::is_older) ++report_.superseded;
  if (verdict == Verdict::is_new) ++report_.added;
  if (verdict == Verdict::is_newer) make_room(taken, given);
  const bool is_written = verdict == Verdict::is_new || verdict == Verdict::is_newer;
  if (is_written) {
    now.sequence = give_sequence(taken, revision_.manifest().ingest_sequence);
    taken.article.story = stories_->assign(taken.article, taken.sketch, taken.known_story);
    chosen.push_back({std::move(taken.article), now.sequence, taken.sketch});
  }
  if (is_written || !given || given->version < version) given_->put(id, now);
  return is_written;
}

// Removes the version that a newer article replaces.
void Choice::make_room(const TakenArticle& taken, const std::optional<GivenArticle>& given) {
  if (given && given->sequence > 0) {
    ++report_.superseded;
    revision_.supersede(given->sequence);
  } else {
    ++report_.replaced;
    take_out(taken.known->copy);
  }
}

}  // namespace newsindex
