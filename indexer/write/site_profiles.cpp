// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/site_profiles.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "schema/archive/table_file.h"

namespace newsindex {
namespace {

constexpr std::size_t kMostLines = 200'000;  // of unsettled sites

// The kinds of rows. Rows of pages and lines follow the row of their site.
constexpr const char* kOrderRow = "order";
constexpr const char* kNamesRow = "names";
constexpr const char* kPagesRow = "pages";
constexpr const char* kPageRow = "page";
constexpr const char* kLineRow = "line";

// The pages of a site, whose digests are read one by one.
struct StoredPages {
  std::size_t count = 0;
  std::vector<std::uint64_t> digests;

  FirstPages take() { return FirstPages(count, std::move(digests)); }
};

// Reads the rows of a table in order.
class Reader {
 public:
  void take(TableRow& row) {
    const std::string kind = row.text();
    if (kind == kOrderRow) {
      end_site();
      order_ = &orders_[row.text()];
      order_->day_first = row.number<std::size_t>();
      order_->month_first = row.number<std::size_t>();
      pages_.count = order_->day_first + order_->month_first;
    } else if (kind == kNamesRow) {
      end_site();
      std::string site = row.text();
      names_ = &shapes_[{std::move(site), row.text()}];
      pages_.count = row.number<std::size_t>();
      names_->days = row.number<std::size_t>();
      names_->agree = row.number<std::size_t>();
      names_->disagree = row.number<std::size_t>();
    } else if (kind == kPagesRow) {
      end_site();
      site_ = &furniture_[row.text()];
      pages_.count = row.number<std::size_t>();
    } else if (kind == kPageRow) {
      pages_.digests.push_back(row.number<std::uint64_t>());
    } else if (kind == kLineRow && site_ != nullptr) {
      const auto digest = row.number<std::uint64_t>();
      site_->lines[digest] = row.number<std::uint32_t>();
    } else {
      row.refuse();
    }
  }

  void end_site() {
    if (order_ != nullptr) order_->articles = pages_.take();
    if (names_ != nullptr) names_->articles = pages_.take();
    if (site_ != nullptr) site_->pages = pages_.take();
    order_ = nullptr;
    names_ = nullptr;
    site_ = nullptr;
    pages_ = {};
  }

  DateOrders orders() { return DateOrders(std::move(orders_)); }
  NamedDays names() { return NamedDays(std::move(shapes_)); }
  Furniture furniture() { return Furniture(std::move(furniture_)); }

 private:
  DateOrders::Sites orders_;
  NamedDays::Sites shapes_;
  Furniture::Sites furniture_;
  DateOrders::Site* order_ = nullptr;  // the sites whose rows are being read
  NamedDays::Names* names_ = nullptr;
  Furniture::Site* site_ = nullptr;
  StoredPages pages_;
};

void write_pages(const FirstPages& pages, TableText& table) {
  for (const std::uint64_t digest : pages.digests()) {
    table.field(kPageRow);
    table.field(digest);
    table.end_row();
  }
}

// The unsettled sites for which there is no room.
std::set<std::string_view> left_out(const Furniture::Sites& sites) {
  std::vector<const Furniture::Sites::value_type*> open;
  for (const auto& site : sites)
    if (!site.second.pages.is_full()) open.push_back(&site);
  std::ranges::stable_sort(open, [](const auto* a, const auto* b) {
    return a->second.pages.count() > b->second.pages.count();
  });
  std::size_t lines = 0;
  std::set<std::string_view> names;
  for (const auto* site : open) {
    lines += site->second.lines.size();
    if (lines > kMostLines) names.insert(site->first);
  }
  return names;
}

}  // namespace

SiteProfiles SiteProfiles::read(const std::filesystem::path& archive, const std::string& name) {
  Reader reader;
  read_table(archive, kSitesTable, name, [&reader](TableRow& row) { reader.take(row); });
  reader.end_site();
  SiteProfiles profiles;
  profiles.orders_ = reader.orders();
  profiles.names_ = reader.names();
  profiles.furniture_ = reader.furniture();
  return profiles;
}

std::string SiteProfiles::write(const std::filesystem::path& archive,
                                std::uint64_t revision) const {
  TableText table(kSitesTable);
  for (const auto& [name, site] : orders_.sites()) {
    table.field(kOrderRow);
    table.field(name);
    table.field(site.day_first);
    table.field(site.month_first);
    table.end_row();
    write_pages(site.articles, table);
  }
  for (const auto& [key, names] : names_.sites()) {
    table.field(kNamesRow);
    table.field(key.first);
    table.field(key.second);
    table.field(names.articles.count());
    table.field(names.days);
    table.field(names.agree);
    table.field(names.disagree);
    table.end_row();
    write_pages(names.articles, table);
  }
  const std::set<std::string_view> without = left_out(furniture_.sites());
  for (const auto& [name, site] : furniture_.sites()) {
    if (without.contains(name)) continue;
    table.field(kPagesRow);
    table.field(name);
    table.field(site.pages.count());
    table.end_row();
    write_pages(site.pages, table);
    for (const auto& [digest, pages] : std::map(site.lines.begin(), site.lines.end())) {
      table.field(kLineRow);
      table.field(digest);
      table.field(pages);
      table.end_row();
    }
  }
  return write_table(archive, kSitesTable, revision, std::move(table));
}

void SiteProfiles::learn(const Record& record, const Understood& understood) {
  if (understood.is_own) return;
  const bool order = orders_.learn(understood);
  const bool names = names_.learn(understood);
  const bool lines = furniture_.learn(record, understood);
  has_changed_ |= order || names || lines;
}

void SiteProfiles::settle(Understood& understood) const {
  orders_.settle(understood);
  names_.settle(understood);
}

bool SiteProfiles::waits_for_more(const Record& record, const Understood& understood) const {
  const bool order = understood.other_reading && !orders_.is_settled(understood.site);
  const bool name =
      !understood.article.published && understood.name.day && !names_.is_settled(understood);
  return order || name || (may_have_furniture(record) && !furniture_.is_settled(understood.site));
}

}  // namespace newsindex
