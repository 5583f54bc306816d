// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/search/matches.h"

#include <algorithm>
#include <iterator>

namespace newsindex {
namespace {

using Docids = std::vector<Xapian::docid>;
using Query = Xapian::Query;

std::string term_of(const Query& leaf) { return *leaf.get_terms_begin(); }

Docids of_term(const Xapian::Database& database, const std::string& term) {
  Docids docids;
  docids.reserve(term.empty() ? database.get_doccount() : database.get_termfreq(term));
  const auto end = database.postlist_end(term);
  for (auto at = database.postlist_begin(term); at != end; ++at) docids.push_back(*at);
  return docids;
}

// What only Xapian's matcher knows how to do: phrases, posting sources, ...
Docids of_matcher(const Xapian::Database& database, const Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.set_query(query);
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  Docids docids;
  docids.reserve(found.size());
  for (auto hit = found.begin(); hit != found.end(); ++hit) docids.push_back(*hit);
  std::sort(docids.begin(), docids.end());
  return docids;
}

// Keeps those that the term has, skipping along its postings.
void keep_in_term(const Xapian::Database& database, const std::string& term, Docids& docids) {
  auto at = database.postlist_begin(term);
  const auto end = database.postlist_end(term);
  std::erase_if(docids, [&](Xapian::docid docid) {
    if (at == end) return true;
    at.skip_to(docid);
    return at == end || *at != docid;
  });
}

Xapian::doccount estimate(const Xapian::Database& database, const Query& query) {
  if (query.get_type() == Query::LEAF_TERM) return database.get_termfreq(term_of(query));
  return database.get_doccount();
}

Docids of_all(const Xapian::Database& database, const Query& query) {
  std::vector<Query> parts;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
    parts.push_back(query.get_subquery(i));
  std::stable_sort(parts.begin(), parts.end(), [&](const Query& a, const Query& b) {
    return estimate(database, a) < estimate(database, b);
  });
  Docids docids = matching_docids(database, parts.front());
  for (std::size_t i = 1; i < parts.size() && !docids.empty(); ++i) {
    if (parts[i].get_type() == Query::LEAF_TERM) {
      keep_in_term(database, term_of(parts[i]), docids);
      continue;
    }
    const Docids others = matching_docids(database, parts[i]);
    Docids both;
    std::set_intersection(docids.begin(), docids.end(), others.begin(), others.end(),
                          std::back_inserter(both));
    docids = std::move(both);
  }
  return docids;
}

Docids of_any(const Xapian::Database& database, const Query& query) {
  const std::size_t parts = query.get_num_subqueries();
  if (parts == 1) return matching_docids(database, query.get_subquery(0));
  std::vector<bool> seen(database.get_lastdocid() + 1);
  for (std::size_t i = 0; i < parts; ++i) {
    const Query part = query.get_subquery(i);
    if (part.get_type() == Query::LEAF_TERM) {
      const std::string term = term_of(part);
      const auto end = database.postlist_end(term);
      for (auto at = database.postlist_begin(term); at != end; ++at) seen[*at] = true;
    } else {
      for (const Xapian::docid docid : matching_docids(database, part)) seen[docid] = true;
    }
  }
  Docids docids;
  for (std::size_t docid = 0; docid < seen.size(); ++docid)
    if (seen[docid]) docids.push_back(static_cast<Xapian::docid>(docid));
  return docids;
}

Docids without(const Xapian::Database& database, const Query& query) {
  Docids docids = matching_docids(database, query.get_subquery(0));
  for (std::size_t i = 1; i < query.get_num_subqueries(); ++i) {
    const Docids others = matching_docids(database, query.get_subquery(i));
    Docids rest;
    std::set_difference(docids.begin(), docids.end(), others.begin(), others.end(),
                        std::back_inserter(rest));
    docids = std::move(rest);
  }
  return docids;
}

}  // namespace

Docids matching_docids(const Xapian::Database& database, const Query& query) {
  if (query.empty()) return {};
  switch (query.get_type()) {
    case Query::LEAF_TERM: return of_term(database, term_of(query));
    case Query::LEAF_MATCH_ALL: return of_term(database, "");
    case Query::OP_AND:
    case Query::OP_FILTER: return of_all(database, query);
    case Query::OP_OR:
    case Query::OP_SYNONYM:
    case Query::OP_MAX: return of_any(database, query);
    case Query::OP_AND_NOT: return without(database, query);
    case Query::OP_SCALE_WEIGHT:
    case Query::OP_AND_MAYBE: return matching_docids(database, query.get_subquery(0));
    default: return of_matcher(database, query);
  }
}

std::size_t count_matches(const Xapian::Database& database, const Query& query) {
  if (query.empty()) return 0;
  if (query.get_type() == Query::LEAF_MATCH_ALL) return database.get_doccount();
  if (query.get_type() == Query::LEAF_TERM) return database.get_termfreq(term_of(query));
  return matching_docids(database, query).size();
}

}  // namespace newsindex
