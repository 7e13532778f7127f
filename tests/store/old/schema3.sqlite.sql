PRAGMA application_id = 1803185783;
BEGIN TRANSACTION;
CREATE TABLE articles (
	"key" TEXT NOT NULL, 
	portal TEXT NOT NULL, 
	article_id TEXT NOT NULL, 
	main_url TEXT NOT NULL, 
	first_seen TEXT NOT NULL, 
	published_at TEXT, 
	content_key TEXT DEFAULT '' NOT NULL, 
	duplicate_of TEXT, checksum INTEGER, 
	PRIMARY KEY ("key"), 
	UNIQUE (portal, article_id), 
	CONSTRAINT key_is_natural CHECK (key = portal || ':' || article_id), 
	CONSTRAINT not_its_own_duplicate CHECK (duplicate_of <> key), 
	FOREIGN KEY(duplicate_of) REFERENCES articles ("key")
)
 STRICT

;
INSERT INTO "articles" VALUES('q:1','q','1','https://q.kz/kz/1','2018-04-21T12:02:00.000000Z','2018-04-21T03:30:00.000000Z','one',NULL,4220139869);
INSERT INTO "articles" VALUES('q:2','q','2','https://q.kz/kz/2','2018-04-21T12:10:00.000000Z','2018-04-21T03:30:00.000000Z','two',NULL,4062587202);
INSERT INTO "articles" VALUES('q:3','q','3','https://q.kz/kz/3','2018-04-21T12:11:00.000000Z','2018-04-21T18:00:00.000000Z','same',NULL,1532492671);
INSERT INTO "articles" VALUES('q:4','q','4','https://q.kz/kz/4','2018-04-21T12:12:00.000000Z','2018-04-21T03:30:00.000000Z','other',NULL,3743951181);
INSERT INTO "articles" VALUES('q:5','q','5','https://q.kz/kz/5','2018-04-21T12:13:00.000000Z',NULL,'same','q:3',1722515727);
INSERT INTO "articles" VALUES('q:66','q','66','https://q.kz/kz/6','2018-04-21T12:14:00.000000Z','2018-04-21T03:30:00.000000Z','six six',NULL,2257359713);
INSERT INTO "articles" VALUES('q:6','q','6','https://q.kz/kz/6-new','2018-04-21T12:34:00.000000Z','2018-04-21T03:30:00.000000Z','six',NULL,3352360644);
INSERT INTO "articles" VALUES('q:9','q','9','https://q.kz/kz/9','2018-04-21T12:08:00.000000Z','2018-04-21T03:30:00.000000Z','',NULL,1011078093);
CREATE TABLE days (
	portal TEXT NOT NULL, 
	day TEXT NOT NULL, 
	read_at TEXT NOT NULL, checksum INTEGER, 
	PRIMARY KEY (portal, day)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "days" VALUES('p','2018-04-20','2018-04-21T12:09:00.000000Z',568470784);
CREATE TABLE editions (
	portal TEXT NOT NULL, 
	url TEXT NOT NULL, 
	article_key TEXT NOT NULL, 
	script TEXT, 
	digest TEXT NOT NULL, 
	versions INTEGER NOT NULL, 
	first_seen TEXT NOT NULL, 
	last_seen TEXT NOT NULL, checksum INTEGER, 
	PRIMARY KEY (portal, url), 
	FOREIGN KEY(portal, url) REFERENCES pages (portal, url), 
	FOREIGN KEY(portal, url, digest) REFERENCES texts (portal, url, digest), 
	CONSTRAINT has_a_text CHECK (versions >= 1), 
	FOREIGN KEY(article_key) REFERENCES articles ("key")
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "editions" VALUES('q','https://q.kz/kz/1','q:1','Cyrl','fba079a819d462fb819a1a5c158005c761d249917e7042ebffd1e1ac23f2317b',1,'2018-04-21T12:03:00.000000Z','2018-04-21T12:03:00.000000Z',1337666880);
INSERT INTO "editions" VALUES('q','https://q.kz/kz/1?amp','q:1','Cyrl','c65322f7106ae5cee9f7ed4a301cb378cea631f4097f7be5cc0c8071492811bd',1,'2018-04-21T12:02:00.000000Z','2018-04-21T12:02:00.000000Z',3590217035);
INSERT INTO "editions" VALUES('q','https://q.kz/kz/2','q:2','Cyrl','3ca9e95c7a583187f32eed96f35d0d150618d5345d39c36d142364c4c429a1d9',3,'2018-04-21T12:10:00.000000Z','2018-04-21T12:40:00.000000Z',1018101438);
INSERT INTO "editions" VALUES('q','https://q.kz/kz/3','q:3','Cyrl','b521e17993d8b5e3a84634608783b4166336c92d5d2f87b2a67a03f12a8b5ac5',1,'2018-04-21T12:11:00.000000Z','2018-04-21T12:11:00.000000Z',1495817966);
INSERT INTO "editions" VALUES('q','https://q.kz/kz/4','q:4','Cyrl','26126ff126f5dc50b75e18b58c7685014f071aa17b8e7ccd7490cc3b18657033',2,'2018-04-21T12:12:00.000000Z','2018-04-21T12:50:00.000000Z',2404613978);
INSERT INTO "editions" VALUES('q','https://q.kz/kz/5','q:5','Cyrl','814f6e3a15bd836b4069c238e4c3a64cd4bf207e336d7aa9cf2e50cfa0177a89',1,'2018-04-21T12:13:00.000000Z','2018-04-21T12:13:00.000000Z',2559627329);
INSERT INTO "editions" VALUES('q','https://q.kz/kz/6','q:66','Cyrl','7444c8c5a3acc5f556bb1fe54020950060c06ffc7614478da5b653d2ef52207a',2,'2018-04-21T12:14:00.000000Z','2018-04-21T12:24:00.000000Z',3753169745);
INSERT INTO "editions" VALUES('q','https://q.kz/kz/6-new','q:6','Cyrl','8f6df335b9bcab5709afc64ed691eaa1d9138d352ace2355ee226d232adc32e8',1,'2018-04-21T12:34:00.000000Z','2018-04-21T12:34:00.000000Z',15763888);
INSERT INTO "editions" VALUES('q','https://q.kz/kz/9','q:9','Cyrl','b7057ec0fdb4311fa46c898b505fec485b2249131ec89b4fbfc30429698fa6cd',1,'2018-04-21T12:08:00.000000Z','2018-04-21T12:08:00.000000Z',4151639441);
INSERT INTO "editions" VALUES('q','https://q.kz/latyn/1','q:1','Latn','bb9dde7cd8175466e22e4b54139bfdec1901aae4d60966dc468b4ee6622f58e0',1,'2018-04-21T12:02:00.000000Z','2018-04-21T12:02:00.000000Z',3371869121);
INSERT INTO "editions" VALUES('q','https://q.kz/tote/1','q:1','Arab','306f15ebbb310cbc3c04e90bedc9d2d2355f2058563b4cacc13dcc6a620592c7',1,'2018-04-21T12:04:00.000000Z','2018-04-21T12:04:00.000000Z',2824493634);
CREATE TABLE failures (
	portal TEXT NOT NULL, 
	url TEXT NOT NULL, 
	tried_at TEXT NOT NULL, 
	reason TEXT NOT NULL, checksum INTEGER, 
	PRIMARY KEY (portal, url, tried_at, reason), 
	FOREIGN KEY(portal, url) REFERENCES pages (portal, url)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "failures" VALUES('q','https://q.kz/kz/10','2018-04-21T12:06:00.000000Z','server_error',232012419);
INSERT INTO "failures" VALUES('q','https://q.kz/kz/10','2018-04-21T12:07:00.000000Z','timed_out',385213047);
INSERT INTO "failures" VALUES('q','https://q.kz/kz/9','2018-04-21T13:10:00.000000Z','timed_out',2710270876);
CREATE TABLE hosts (
	host TEXT NOT NULL, 
	retry_at TEXT NOT NULL, 
	detail TEXT DEFAULT '' NOT NULL, checksum INTEGER, 
	PRIMARY KEY (host)
)
 STRICT

;
CREATE TABLE meta (
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, checksum INTEGER, 
	PRIMARY KEY ("key")
)
 STRICT

;
INSERT INTO "meta" VALUES('application','kznews',4061917453);
INSERT INTO "meta" VALUES('schema_version','3',278933024);
CREATE TABLE observations (
	portal TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	side TEXT NOT NULL, 
	nominal INTEGER NOT NULL, 
	hour TEXT NOT NULL, 
	value TEXT NOT NULL, 
	first_seen TEXT NOT NULL, 
	last_seen TEXT NOT NULL, 
	shown TEXT NOT NULL, 
	change TEXT NOT NULL, 
	raw TEXT NOT NULL, checksum INTEGER, 
	PRIMARY KEY (portal, kind, "key", side, nominal, hour, value), 
	CONSTRAINT known_kind CHECK (kind IN ('rate', 'weather')), 
	CONSTRAINT pays_for_something CHECK (nominal >= 1), 
	CONSTRAINT seen_in_order CHECK (first_seen <= last_seen)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "observations" VALUES('p','rate','RUB','buy',1,'2018-04-21T12:00:00.000000Z','5.2','2018-04-21T12:09:00.000000Z','2018-04-21T12:09:00.000000Z','RUB','-0.01','5,2',3809416013);
INSERT INTO "observations" VALUES('p','rate','USD','official',1,'2018-04-21T12:00:00.000000Z','468.50','2018-04-21T12:09:00.000000Z','2018-04-21T12:09:00.000000Z','USD','','USD 468.50',2662815125);
INSERT INTO "observations" VALUES('p','weather','almaty','',1,'2018-04-21T12:00:00.000000Z','35','2018-04-21T12:09:00.000000Z','2018-04-21T12:09:00.000000Z','Алматы','','+35°',940170744);
INSERT INTO "observations" VALUES('q','rate','RUB','buy',1,'2018-04-21T12:00:00.000000Z','5.2','2018-04-21T12:02:00.000000Z','2018-04-21T12:40:00.000000Z','RUB','-0.01','5,2',3848590562);
INSERT INTO "observations" VALUES('q','rate','USD','official',1,'2018-04-21T12:00:00.000000Z','468.50','2018-04-21T12:02:00.000000Z','2018-04-21T12:40:00.000000Z','USD','','USD 468.50',2287632385);
INSERT INTO "observations" VALUES('q','weather','almaty','',1,'2018-04-21T12:00:00.000000Z','35','2018-04-21T12:02:00.000000Z','2018-04-21T12:40:00.000000Z','Алматы','','+35°',3020736914);
CREATE TABLE pages (
	portal TEXT NOT NULL, 
	url TEXT NOT NULL, 
	state TEXT NOT NULL, 
	outcome TEXT, 
	reason TEXT, 
	detail TEXT DEFAULT '' NOT NULL, 
	redirects_to TEXT, 
	article_key TEXT, 
	first_seen TEXT, 
	found_on TEXT, 
	fetched_at TEXT, 
	status INTEGER, 
	etag TEXT, 
	last_modified TEXT, 
	depth INTEGER, 
	attempts INTEGER DEFAULT 0 NOT NULL, 
	next_due TEXT, 
	news_at TEXT, 
	place INTEGER DEFAULT 0 NOT NULL, 
	named_published TEXT, 
	named_modified TEXT, 
	named_title TEXT DEFAULT '' NOT NULL, 
	named_basis TEXT DEFAULT '' NOT NULL, 
	backfill INTEGER DEFAULT 0 NOT NULL, 
	looks INTEGER DEFAULT 0 NOT NULL, 
	next_look TEXT, checksum INTEGER, 
	PRIMARY KEY (portal, url), 
	CONSTRAINT only_pending_is_due CHECK (next_due IS NULL OR state = 'pending'), 
	CONSTRAINT known_state CHECK (state IN ('pending', 'done', 'refused', 'gone')), 
	CONSTRAINT known_outcome CHECK (outcome IN ('stored', 'updated', 'unchanged', 'duplicate', 'listed', 'refused')), 
	CONSTRAINT refused_with_reason CHECK ((reason IS NOT NULL) = (outcome IS NOT NULL AND outcome = 'refused')), 
	CONSTRAINT silence_is_pending CHECK (outcome IS NOT NULL OR state = 'pending'), 
	CONSTRAINT done_is_not_refused CHECK ((outcome IS NOT NULL AND outcome <> 'refused') = (state = 'done')), 
	FOREIGN KEY(article_key) REFERENCES articles ("key")
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "pages" VALUES('p','https://q.kz/x','done','listed',NULL,'',NULL,NULL,'2018-04-21T12:09:00.000000Z','https://q.kz/x','2018-04-21T12:09:00.000000Z',NULL,NULL,NULL,NULL,0,NULL,'2018-04-21T12:09:00.000000Z',0,NULL,NULL,'','',0,0,NULL,1780639301);
INSERT INTO "pages" VALUES('q','https://q.kz/','done','listed',NULL,'',NULL,NULL,'2018-04-21T12:01:00.000000Z','https://q.kz/','2018-04-21T12:01:00.000000Z',NULL,NULL,NULL,NULL,0,NULL,'2018-04-21T12:01:00.000000Z',0,NULL,NULL,'','',0,0,NULL,2595043072);
INSERT INTO "pages" VALUES('q','https://q.kz/kz/1','done','stored',NULL,'',NULL,'q:1','2018-04-21T12:01:00.000000Z','https://q.kz/','2018-04-21T12:03:00.000000Z',NULL,NULL,NULL,NULL,0,NULL,'2018-04-21T12:01:00.000000Z',3,NULL,NULL,'','',0,0,'2018-04-22T03:30:00.000000Z',1711135415);
INSERT INTO "pages" VALUES('q','https://q.kz/kz/10','pending','refused','timed_out','',NULL,NULL,'2018-04-21T12:06:00.000000Z','https://q.kz/kz/10','2018-04-21T12:07:00.000000Z',NULL,NULL,NULL,NULL,2,'2018-04-21T14:07:00.000000Z','2018-04-21T12:06:00.000000Z',0,NULL,NULL,'','',0,0,NULL,3360000898);
INSERT INTO "pages" VALUES('q','https://q.kz/kz/11','refused','refused','no_title','only the portal''s name',NULL,NULL,'2018-04-21T12:07:00.000000Z','https://q.kz/kz/11','2018-04-21T12:07:00.000000Z',NULL,NULL,NULL,NULL,0,NULL,'2018-04-21T12:07:00.000000Z',0,NULL,NULL,'','',0,0,NULL,2735507719);
INSERT INTO "pages" VALUES('q','https://q.kz/kz/12','pending',NULL,NULL,'',NULL,NULL,'2018-04-21T12:15:00.000000Z','https://q.kz/rss',NULL,NULL,NULL,NULL,NULL,0,NULL,'2018-04-21T12:15:00.000000Z',0,NULL,NULL,'','',1,0,NULL,1855337360);
INSERT INTO "pages" VALUES('q','https://q.kz/kz/1?amp','done','duplicate',NULL,'',NULL,'q:1','2018-04-21T12:02:00.000000Z','https://q.kz/kz/1?amp','2018-04-21T12:02:00.000000Z',NULL,NULL,NULL,NULL,0,NULL,'2018-04-21T12:02:00.000000Z',0,NULL,NULL,'','',0,0,NULL,1308477653);
INSERT INTO "pages" VALUES('q','https://q.kz/kz/2','done','updated',NULL,'',NULL,'q:2','2018-04-21T12:01:00.000000Z','https://q.kz/','2018-04-21T12:40:00.000000Z',NULL,NULL,NULL,NULL,0,NULL,'2018-04-21T12:01:00.000000Z',1,NULL,NULL,'','',0,0,'2018-04-21T13:30:00.000000Z',488649048);
INSERT INTO "pages" VALUES('q','https://q.kz/kz/3','done','stored',NULL,'',NULL,'q:3','2018-04-21T12:05:00.000000Z','https://q.kz/rss','2018-04-21T12:11:00.000000Z',NULL,NULL,NULL,NULL,0,NULL,'2018-04-21T12:05:00.000000Z',0,NULL,NULL,'','',0,0,'2018-04-21T13:11:00.000000Z',3158853589);
INSERT INTO "pages" VALUES('q','https://q.kz/kz/4','done','updated',NULL,'',NULL,'q:4','2018-04-21T12:12:00.000000Z','https://q.kz/kz/4','2018-04-21T12:50:00.000000Z',NULL,NULL,NULL,NULL,0,NULL,'2018-04-21T12:12:00.000000Z',0,NULL,NULL,'','',0,0,'2018-04-21T13:50:00.000000Z',1145050873);
INSERT INTO "pages" VALUES('q','https://q.kz/kz/5','done','duplicate',NULL,'',NULL,'q:5','2018-04-21T12:13:00.000000Z','https://q.kz/kz/5','2018-04-21T12:13:00.000000Z',NULL,NULL,NULL,NULL,0,NULL,'2018-04-21T12:13:00.000000Z',0,NULL,NULL,'','',0,0,NULL,2026674821);
INSERT INTO "pages" VALUES('q','https://q.kz/kz/6','done','duplicate',NULL,'','https://q.kz/kz/6-new','q:6','2018-04-21T12:14:00.000000Z','https://q.kz/kz/6','2018-04-21T12:34:00.000000Z',NULL,NULL,NULL,NULL,0,NULL,'2018-04-21T12:14:00.000000Z',0,NULL,NULL,'','',0,0,NULL,2282543751);
INSERT INTO "pages" VALUES('q','https://q.kz/kz/6-new','done','stored',NULL,'',NULL,'q:6','2018-04-21T12:34:00.000000Z','https://q.kz/kz/6-new','2018-04-21T12:34:00.000000Z',NULL,NULL,NULL,NULL,0,NULL,'2018-04-21T12:34:00.000000Z',0,NULL,NULL,'','',0,0,'2018-04-22T03:30:00.000000Z',2206874329);
INSERT INTO "pages" VALUES('q','https://q.kz/kz/7','pending','refused','not_saved','',NULL,NULL,'2018-04-21T12:01:00.000000Z','https://q.kz/',NULL,NULL,NULL,NULL,NULL,0,NULL,'2018-04-21T12:01:00.000000Z',0,NULL,NULL,'','',0,0,NULL,2418795653);
INSERT INTO "pages" VALUES('q','https://q.kz/kz/8','pending',NULL,NULL,'',NULL,NULL,'2018-04-21T12:03:00.000000Z','https://q.kz/kz/1',NULL,NULL,NULL,NULL,NULL,0,NULL,'2018-04-21T12:03:00.000000Z',0,NULL,NULL,'','',0,0,NULL,1102036234);
INSERT INTO "pages" VALUES('q','https://q.kz/kz/9','gone','refused','gone','',NULL,'q:9','2018-04-21T12:08:00.000000Z','https://q.kz/kz/9','2018-04-21T13:00:00.000000Z',404,NULL,NULL,NULL,0,NULL,'2018-04-21T12:08:00.000000Z',0,NULL,NULL,'','',0,0,NULL,2275071784);
INSERT INTO "pages" VALUES('q','https://q.kz/latyn/1','done','duplicate',NULL,'',NULL,'q:1','2018-04-21T12:01:00.000000Z','https://q.kz/','2018-04-21T12:02:00.000000Z',NULL,NULL,NULL,NULL,0,NULL,'2018-04-21T12:01:00.000000Z',2,NULL,NULL,'','',0,0,NULL,2123314012);
INSERT INTO "pages" VALUES('q','https://q.kz/old/11','refused','refused','no_title','only the portal''s name','https://q.kz/kz/11',NULL,'2018-04-21T12:07:00.000000Z','https://q.kz/old/11','2018-04-21T12:07:00.000000Z',NULL,NULL,NULL,NULL,0,NULL,'2018-04-21T12:07:00.000000Z',0,NULL,NULL,'','',0,0,NULL,1595420029);
INSERT INTO "pages" VALUES('q','https://q.kz/old/6','done','duplicate',NULL,'','https://q.kz/kz/6-new','q:6','2018-04-21T12:34:00.000000Z','https://q.kz/old/6','2018-04-21T12:34:00.000000Z',NULL,NULL,NULL,NULL,0,NULL,'2018-04-21T12:34:00.000000Z',0,NULL,NULL,'','',0,0,NULL,2818644354);
INSERT INTO "pages" VALUES('q','https://q.kz/rss','done','listed',NULL,'',NULL,NULL,'2018-04-21T12:05:00.000000Z','https://q.kz/rss','2018-04-21T12:15:00.000000Z',NULL,NULL,NULL,NULL,0,NULL,'2018-04-21T12:05:00.000000Z',0,NULL,NULL,'','',0,0,NULL,3526430562);
INSERT INTO "pages" VALUES('q','https://q.kz/tote/1','done','duplicate',NULL,'',NULL,'q:1','2018-04-21T12:04:00.000000Z','https://q.kz/tote/1','2018-04-21T12:04:00.000000Z',NULL,NULL,NULL,NULL,0,NULL,'2018-04-21T12:04:00.000000Z',0,NULL,NULL,'','',0,0,NULL,3595364779);
CREATE TABLE raw_bodies (
	digest TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	zstd BLOB NOT NULL, checksum INTEGER, 
	PRIMARY KEY (digest), 
	CONSTRAINT body_sha256 CHECK (length(digest) = 64)
)
 STRICT

;
CREATE TABLE raw_pages (
	portal TEXT NOT NULL, 
	url TEXT NOT NULL, 
	fetched_at TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	address TEXT NOT NULL, 
	status INTEGER, 
	headers TEXT NOT NULL, checksum INTEGER, 
	PRIMARY KEY (portal, url, fetched_at, digest), 
	FOREIGN KEY(portal, url) REFERENCES pages (portal, url), 
	FOREIGN KEY(digest) REFERENCES raw_bodies (digest)
)
 WITHOUT ROWID,
 STRICT

;
CREATE TABLE robots (
	origin TEXT NOT NULL, 
	asked_at TEXT NOT NULL, 
	status INTEGER, 
	detail TEXT DEFAULT '' NOT NULL, 
	body TEXT, 
	read_at TEXT, 
	unreachable_since TEXT, checksum INTEGER, 
	PRIMARY KEY (origin), 
	CONSTRAINT body_with_time CHECK ((body IS NULL) = (read_at IS NULL))
)
 STRICT

;
CREATE TABLE runs (
	id TEXT NOT NULL, 
	portal TEXT NOT NULL, 
	started_at TEXT NOT NULL, 
	finished_at TEXT, 
	finish_reason TEXT, 
	exit_code INTEGER, 
	settings TEXT NOT NULL, 
	counts TEXT NOT NULL, checksum INTEGER, 
	PRIMARY KEY (id)
)
 STRICT

;
INSERT INTO "runs" VALUES('20180421T120000Z-q-17985ae8','q','2018-04-21T12:00:00.000000Z','2018-04-21T12:05:00.000000Z','finished',0,'{}','{"outcome/stored": 1}',2473848472);
CREATE TABLE sightings (
	portal TEXT NOT NULL, 
	url TEXT NOT NULL, 
	seen_at TEXT NOT NULL, 
	tie INTEGER NOT NULL, 
	digest TEXT NOT NULL, checksum INTEGER, 
	PRIMARY KEY (portal, url, seen_at, tie), 
	UNIQUE (portal, url, seen_at, digest), 
	FOREIGN KEY(portal, url, digest) REFERENCES texts (portal, url, digest), 
	CONSTRAINT tie_counts CHECK (tie >= 0)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "sightings" VALUES('q','https://q.kz/kz/1','2018-04-21T12:03:00.000000Z',0,'fba079a819d462fb819a1a5c158005c761d249917e7042ebffd1e1ac23f2317b',1093337783);
INSERT INTO "sightings" VALUES('q','https://q.kz/kz/1?amp','2018-04-21T12:02:00.000000Z',0,'c65322f7106ae5cee9f7ed4a301cb378cea631f4097f7be5cc0c8071492811bd',3552106800);
INSERT INTO "sightings" VALUES('q','https://q.kz/kz/2','2018-04-21T12:10:00.000000Z',0,'3ca9e95c7a583187f32eed96f35d0d150618d5345d39c36d142364c4c429a1d9',3573388144);
INSERT INTO "sightings" VALUES('q','https://q.kz/kz/2','2018-04-21T12:20:00.000000Z',0,'53646e3ebff5be2de9a4a5504fd68f4a3d83ed48d6d35b46ad0bb6784ceb8a3d',2190031331);
INSERT INTO "sightings" VALUES('q','https://q.kz/kz/2','2018-04-21T12:30:00.000000Z',0,'3ca9e95c7a583187f32eed96f35d0d150618d5345d39c36d142364c4c429a1d9',3624024716);
INSERT INTO "sightings" VALUES('q','https://q.kz/kz/2','2018-04-21T12:40:00.000000Z',0,'3ca9e95c7a583187f32eed96f35d0d150618d5345d39c36d142364c4c429a1d9',3413972086);
INSERT INTO "sightings" VALUES('q','https://q.kz/kz/3','2018-04-21T12:11:00.000000Z',0,'b521e17993d8b5e3a84634608783b4166336c92d5d2f87b2a67a03f12a8b5ac5',2167309570);
INSERT INTO "sightings" VALUES('q','https://q.kz/kz/4','2018-04-21T12:12:00.000000Z',0,'a5de0a49bbbd0a5486c4318cd162941e1fe137d25e1e60dfe11c812ad22f5041',2221718238);
INSERT INTO "sightings" VALUES('q','https://q.kz/kz/4','2018-04-21T12:50:00.000000Z',0,'26126ff126f5dc50b75e18b58c7685014f071aa17b8e7ccd7490cc3b18657033',4018576887);
INSERT INTO "sightings" VALUES('q','https://q.kz/kz/5','2018-04-21T12:13:00.000000Z',0,'814f6e3a15bd836b4069c238e4c3a64cd4bf207e336d7aa9cf2e50cfa0177a89',3500726184);
INSERT INTO "sightings" VALUES('q','https://q.kz/kz/6','2018-04-21T12:14:00.000000Z',0,'8f6df335b9bcab5709afc64ed691eaa1d9138d352ace2355ee226d232adc32e8',2773660020);
INSERT INTO "sightings" VALUES('q','https://q.kz/kz/6','2018-04-21T12:24:00.000000Z',0,'7444c8c5a3acc5f556bb1fe54020950060c06ffc7614478da5b653d2ef52207a',2282886009);
INSERT INTO "sightings" VALUES('q','https://q.kz/kz/6-new','2018-04-21T12:34:00.000000Z',0,'8f6df335b9bcab5709afc64ed691eaa1d9138d352ace2355ee226d232adc32e8',1501100888);
INSERT INTO "sightings" VALUES('q','https://q.kz/kz/9','2018-04-21T12:08:00.000000Z',0,'b7057ec0fdb4311fa46c898b505fec485b2249131ec89b4fbfc30429698fa6cd',2080772595);
INSERT INTO "sightings" VALUES('q','https://q.kz/latyn/1','2018-04-21T12:02:00.000000Z',0,'bb9dde7cd8175466e22e4b54139bfdec1901aae4d60966dc468b4ee6622f58e0',157219865);
INSERT INTO "sightings" VALUES('q','https://q.kz/tote/1','2018-04-21T12:04:00.000000Z',0,'306f15ebbb310cbc3c04e90bedc9d2d2355f2058563b4cacc13dcc6a620592c7',2564058652);
CREATE TABLE sources (
	portal TEXT NOT NULL, 
	url TEXT NOT NULL, 
	first_asked TEXT NOT NULL, 
	asked_at TEXT NOT NULL, 
	last_new TEXT, checksum INTEGER, 
	PRIMARY KEY (portal, url)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "sources" VALUES('p','https://q.kz/x','2018-04-21T12:09:00.000000Z','2018-04-21T12:09:00.000000Z','2018-04-21T12:09:00.000000Z',3703994328);
CREATE TABLE texts (
	portal TEXT NOT NULL, 
	url TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	article_id TEXT NOT NULL, 
	read_at TEXT NOT NULL, 
	content_key TEXT NOT NULL, 
	title TEXT, 
	lead TEXT, 
	body TEXT NOT NULL, 
	section TEXT, 
	authors TEXT NOT NULL, 
	tags TEXT NOT NULL, 
	image_url TEXT, 
	source_name TEXT, 
	dateline TEXT, 
	published_at TEXT, 
	published_offset INTEGER, 
	published_raw TEXT, 
	published_precision TEXT, 
	published_basis TEXT, 
	modified_at TEXT, 
	modified_offset INTEGER, 
	views INTEGER, 
	comments INTEGER, 
	language TEXT, 
	script TEXT, 
	weather TEXT, 
	exchange_rates TEXT NOT NULL, 
	page_clock_raw TEXT, 
	layout TEXT, checksum INTEGER, 
	PRIMARY KEY (portal, url, digest), 
	FOREIGN KEY(portal, url) REFERENCES pages (portal, url), 
	CONSTRAINT sha256 CHECK (length(digest) = 64), 
	CONSTRAINT published_with_offset CHECK ((published_at IS NULL) = (published_offset IS NULL)), 
	CONSTRAINT modified_with_offset CHECK ((modified_at IS NULL) = (modified_offset IS NULL))
)
 STRICT

;
INSERT INTO "texts" VALUES('q','https://q.kz/latyn/1','bb9dde7cd8175466e22e4b54139bfdec1901aae4d60966dc468b4ee6622f58e0','1','2018-04-21T12:02:00.000000Z','one','Тақырып 1',NULL,'["mätin"]',NULL,'[]','[]',NULL,NULL,NULL,'2018-04-21T03:30:00.000000Z',21600,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Latn',NULL,'[]',NULL,NULL,1654539501);
INSERT INTO "texts" VALUES('q','https://q.kz/kz/1','fba079a819d462fb819a1a5c158005c761d249917e7042ebffd1e1ac23f2317b','1','2018-04-21T12:03:00.000000Z','one','Тақырып 1',NULL,'["мәтін"]',NULL,'[]','[]',NULL,NULL,NULL,'2018-04-21T03:30:00.000000Z',21600,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Cyrl',NULL,'[]',NULL,NULL,1944404400);
INSERT INTO "texts" VALUES('q','https://q.kz/tote/1','306f15ebbb310cbc3c04e90bedc9d2d2355f2058563b4cacc13dcc6a620592c7','1','2018-04-21T12:04:00.000000Z','one','Тақырып 1',NULL,'["ماتىن"]',NULL,'[]','[]',NULL,NULL,NULL,'2018-04-21T03:30:00.000000Z',21600,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Arab',NULL,'[]',NULL,NULL,3969066257);
INSERT INTO "texts" VALUES('q','https://q.kz/kz/1?amp','c65322f7106ae5cee9f7ed4a301cb378cea631f4097f7be5cc0c8071492811bd','1','2018-04-21T12:02:00.000000Z','short','Тақырып 1',NULL,'["мәтін, қысқа"]',NULL,'[]','[]',NULL,NULL,NULL,'2018-04-21T03:30:00.000000Z',21600,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Cyrl',NULL,'[]',NULL,NULL,3406851317);
INSERT INTO "texts" VALUES('q','https://q.kz/kz/2','3ca9e95c7a583187f32eed96f35d0d150618d5345d39c36d142364c4c429a1d9','2','2018-04-21T12:10:00.000000Z','two','Тақырып 2',NULL,'["мәтін"]',NULL,'[]','[]',NULL,NULL,NULL,'2018-04-21T03:30:00.000000Z',21600,NULL,NULL,NULL,NULL,NULL,5,NULL,NULL,'Cyrl',NULL,'[]',NULL,NULL,2880332457);
INSERT INTO "texts" VALUES('q','https://q.kz/kz/2','53646e3ebff5be2de9a4a5504fd68f4a3d83ed48d6d35b46ad0bb6784ceb8a3d','2','2018-04-21T12:20:00.000000Z','two b','Тақырып 2',NULL,'["түзетілген"]',NULL,'[]','[]',NULL,NULL,NULL,'2018-04-21T03:30:00.000000Z',21600,NULL,NULL,NULL,NULL,NULL,9,NULL,NULL,'Cyrl',NULL,'[]',NULL,NULL,4256713884);
INSERT INTO "texts" VALUES('q','https://q.kz/kz/3','b521e17993d8b5e3a84634608783b4166336c92d5d2f87b2a67a03f12a8b5ac5','3','2018-04-21T12:11:00.000000Z','same','Тақырып 3',NULL,'["мәтін"]',NULL,'[]','[]',NULL,NULL,NULL,'2018-04-21T18:00:00.000000Z',21600,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Cyrl',NULL,'[]',NULL,NULL,4169968385);
INSERT INTO "texts" VALUES('q','https://q.kz/kz/4','a5de0a49bbbd0a5486c4318cd162941e1fe137d25e1e60dfe11c812ad22f5041','4','2018-04-21T12:12:00.000000Z','same','Тақырып 4',NULL,'["мәтін"]',NULL,'[]','[]',NULL,NULL,NULL,'2018-04-19T18:00:00.000000Z',21600,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Cyrl',NULL,'[]',NULL,NULL,360190498);
INSERT INTO "texts" VALUES('q','https://q.kz/kz/5','814f6e3a15bd836b4069c238e4c3a64cd4bf207e336d7aa9cf2e50cfa0177a89','5','2018-04-21T12:13:00.000000Z','same','Тақырып 5',NULL,'["мәтін"]',NULL,'[]','[]',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Cyrl',NULL,'[]',NULL,NULL,3459223664);
INSERT INTO "texts" VALUES('q','https://q.kz/kz/4','26126ff126f5dc50b75e18b58c7685014f071aa17b8e7ccd7490cc3b18657033','4','2018-04-21T12:50:00.000000Z','other','Тақырып 4',NULL,'["басқа"]',NULL,'[]','[]',NULL,NULL,NULL,'2018-04-21T03:30:00.000000Z',21600,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Cyrl',NULL,'[]',NULL,NULL,4102178140);
INSERT INTO "texts" VALUES('q','https://q.kz/kz/6','8f6df335b9bcab5709afc64ed691eaa1d9138d352ace2355ee226d232adc32e8','6','2018-04-21T12:14:00.000000Z','six','Тақырып 6',NULL,'["мәтін"]',NULL,'[]','[]',NULL,NULL,NULL,'2018-04-21T03:30:00.000000Z',21600,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Cyrl',NULL,'[]',NULL,NULL,2661752995);
INSERT INTO "texts" VALUES('q','https://q.kz/kz/6','7444c8c5a3acc5f556bb1fe54020950060c06ffc7614478da5b653d2ef52207a','66','2018-04-21T12:24:00.000000Z','six six','Тақырып 66',NULL,'["мәтін"]',NULL,'[]','[]',NULL,NULL,NULL,'2018-04-21T03:30:00.000000Z',21600,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Cyrl',NULL,'[]',NULL,NULL,28894547);
INSERT INTO "texts" VALUES('q','https://q.kz/kz/6-new','8f6df335b9bcab5709afc64ed691eaa1d9138d352ace2355ee226d232adc32e8','6','2018-04-21T12:34:00.000000Z','six','Тақырып 6',NULL,'["мәтін"]',NULL,'[]','[]',NULL,NULL,NULL,'2018-04-21T03:30:00.000000Z',21600,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Cyrl',NULL,'[]',NULL,NULL,1244369875);
INSERT INTO "texts" VALUES('q','https://q.kz/kz/9','b7057ec0fdb4311fa46c898b505fec485b2249131ec89b4fbfc30429698fa6cd','9','2018-04-21T12:08:00.000000Z','','Тақырып 9',NULL,'["мәтін"]',NULL,'[]','[]',NULL,NULL,NULL,'2018-04-21T03:30:00.000000Z',21600,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Cyrl',NULL,'[]',NULL,NULL,493813984);
CREATE TABLE walks (
	portal TEXT NOT NULL, 
	url TEXT NOT NULL, 
	span TEXT NOT NULL, 
	next_page INTEGER, checksum INTEGER, 
	PRIMARY KEY (portal, url, span)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "walks" VALUES('p','https://q.kz/x','',2,540533160);
CREATE INDEX articles_content ON articles (portal, content_key);
CREATE INDEX articles_duplicates ON articles (duplicate_of) WHERE duplicate_of IS NOT NULL;
CREATE INDEX articles_published ON articles (portal, published_at, "key");
CREATE INDEX runs_portal ON runs (portal, started_at);
CREATE INDEX pages_oldest ON pages (portal, backfill, first_seen, url, next_due) WHERE state = 'pending';
CREATE INDEX pages_outcome ON pages (portal, outcome, reason);
CREATE INDEX pages_looks ON pages (portal, next_look, url) WHERE next_look IS NOT NULL;
CREATE INDEX pages_redirects ON pages (portal, redirects_to) WHERE redirects_to IS NOT NULL;
CREATE INDEX pages_article ON pages (article_key);
CREATE INDEX pages_pending ON pages (portal, url, next_due) WHERE state = 'pending';
CREATE INDEX pages_newest ON pages (portal, backfill, news_at, place, url, next_due) WHERE state = 'pending';
CREATE INDEX editions_article ON editions (article_key);
CREATE VIEW versions AS
SELECT s.portal, s.url,
       row_number() OVER (PARTITION BY s.portal, s.url ORDER BY s.seen_at, s.tie) AS number,
       s.seen_at, s.digest, t.title, t.lead, t.body, t.published_at, t.published_offset, t.section, t.authors, t.tags, t.script
FROM (SELECT portal, url, seen_at, tie, digest,
             lag(digest) OVER (PARTITION BY portal, url ORDER BY seen_at, tie) AS before
      FROM sightings) AS s
JOIN texts AS t ON t.portal = s.portal AND t.url = s.url AND t.digest = s.digest
WHERE s.before IS NULL OR s.before <> s.digest;
CREATE VIEW current_articles AS
SELECT a.key, a.portal, a.article_id, a.main_url AS url, t.read_at, t.content_key, t.title, t.lead, t.body, t.section, t.authors, t.tags, t.image_url, t.source_name, t.dateline, t.published_at, t.published_offset, t.published_raw, t.published_precision, t.published_basis, t.modified_at, t.modified_offset, t.views, t.comments, t.language, t.script, t.weather, t.exchange_rates, t.page_clock_raw, t.layout, e.versions, a.first_seen, e.last_seen
FROM articles AS a
JOIN editions AS e ON e.portal = a.portal AND e.url = a.main_url
JOIN texts AS t ON t.portal = e.portal AND t.url = e.url AND t.digest = e.digest
WHERE a.duplicate_of IS NULL;
CREATE TRIGGER articles_inserted AFTER INSERT ON articles BEGIN UPDATE articles SET checksum = kz_checksum(CAST(NEW.key AS BLOB), CAST(NEW.portal AS BLOB), CAST(NEW.article_id AS BLOB), CAST(NEW.main_url AS BLOB), CAST(NEW.first_seen AS BLOB), CAST(NEW.published_at AS BLOB), CAST(NEW.content_key AS BLOB), CAST(NEW.duplicate_of AS BLOB)) WHERE key = NEW.key; END;
CREATE TRIGGER articles_updated AFTER UPDATE OF key, portal, article_id, main_url, first_seen, published_at, content_key, duplicate_of ON articles BEGIN UPDATE articles SET checksum = kz_checksum(CAST(NEW.key AS BLOB), CAST(NEW.portal AS BLOB), CAST(NEW.article_id AS BLOB), CAST(NEW.main_url AS BLOB), CAST(NEW.first_seen AS BLOB), CAST(NEW.published_at AS BLOB), CAST(NEW.content_key AS BLOB), CAST(NEW.duplicate_of AS BLOB)) WHERE key = NEW.key; END;
CREATE TRIGGER days_inserted AFTER INSERT ON days BEGIN UPDATE days SET checksum = kz_checksum(CAST(NEW.portal AS BLOB), CAST(NEW.day AS BLOB), CAST(NEW.read_at AS BLOB)) WHERE portal = NEW.portal AND day = NEW.day; END;
CREATE TRIGGER days_updated AFTER UPDATE OF portal, day, read_at ON days BEGIN UPDATE days SET checksum = kz_checksum(CAST(NEW.portal AS BLOB), CAST(NEW.day AS BLOB), CAST(NEW.read_at AS BLOB)) WHERE portal = NEW.portal AND day = NEW.day; END;
CREATE TRIGGER hosts_inserted AFTER INSERT ON hosts BEGIN UPDATE hosts SET checksum = kz_checksum(CAST(NEW.host AS BLOB), CAST(NEW.retry_at AS BLOB), CAST(NEW.detail AS BLOB)) WHERE host = NEW.host; END;
CREATE TRIGGER hosts_updated AFTER UPDATE OF host, retry_at, detail ON hosts BEGIN UPDATE hosts SET checksum = kz_checksum(CAST(NEW.host AS BLOB), CAST(NEW.retry_at AS BLOB), CAST(NEW.detail AS BLOB)) WHERE host = NEW.host; END;
CREATE TRIGGER meta_inserted AFTER INSERT ON meta BEGIN UPDATE meta SET checksum = kz_checksum(CAST(NEW.key AS BLOB), CAST(NEW.value AS BLOB)) WHERE key = NEW.key; END;
CREATE TRIGGER meta_updated AFTER UPDATE OF key, value ON meta BEGIN UPDATE meta SET checksum = kz_checksum(CAST(NEW.key AS BLOB), CAST(NEW.value AS BLOB)) WHERE key = NEW.key; END;
CREATE TRIGGER observations_inserted AFTER INSERT ON observations BEGIN UPDATE observations SET checksum = kz_checksum(CAST(NEW.portal AS BLOB), CAST(NEW.kind AS BLOB), CAST(NEW.key AS BLOB), CAST(NEW.side AS BLOB), CAST(NEW.nominal AS BLOB), CAST(NEW.hour AS BLOB), CAST(NEW.value AS BLOB), CAST(NEW.first_seen AS BLOB), CAST(NEW.last_seen AS BLOB), CAST(NEW.shown AS BLOB), CAST(NEW.change AS BLOB), CAST(NEW.raw AS BLOB)) WHERE portal = NEW.portal AND kind = NEW.kind AND key = NEW.key AND side = NEW.side AND nominal = NEW.nominal AND hour = NEW.hour AND value = NEW.value; END;
CREATE TRIGGER observations_updated AFTER UPDATE OF portal, kind, key, side, nominal, hour, value, first_seen, last_seen, shown, change, raw ON observations BEGIN UPDATE observations SET checksum = kz_checksum(CAST(NEW.portal AS BLOB), CAST(NEW.kind AS BLOB), CAST(NEW.key AS BLOB), CAST(NEW.side AS BLOB), CAST(NEW.nominal AS BLOB), CAST(NEW.hour AS BLOB), CAST(NEW.value AS BLOB), CAST(NEW.first_seen AS BLOB), CAST(NEW.last_seen AS BLOB), CAST(NEW.shown AS BLOB), CAST(NEW.change AS BLOB), CAST(NEW.raw AS BLOB)) WHERE portal = NEW.portal AND kind = NEW.kind AND key = NEW.key AND side = NEW.side AND nominal = NEW.nominal AND hour = NEW.hour AND value = NEW.value; END;
CREATE TRIGGER raw_bodies_inserted AFTER INSERT ON raw_bodies BEGIN UPDATE raw_bodies SET checksum = kz_checksum(CAST(NEW.digest AS BLOB), CAST(NEW.size AS BLOB), CAST(NEW.zstd AS BLOB)) WHERE digest = NEW.digest; END;
CREATE TRIGGER raw_bodies_updated AFTER UPDATE OF digest, size, zstd ON raw_bodies BEGIN UPDATE raw_bodies SET checksum = kz_checksum(CAST(NEW.digest AS BLOB), CAST(NEW.size AS BLOB), CAST(NEW.zstd AS BLOB)) WHERE digest = NEW.digest; END;
CREATE TRIGGER robots_inserted AFTER INSERT ON robots BEGIN UPDATE robots SET checksum = kz_checksum(CAST(NEW.origin AS BLOB), CAST(NEW.asked_at AS BLOB), CAST(NEW.status AS BLOB), CAST(NEW.detail AS BLOB), CAST(NEW.body AS BLOB), CAST(NEW.read_at AS BLOB), CAST(NEW.unreachable_since AS BLOB)) WHERE origin = NEW.origin; END;
CREATE TRIGGER robots_updated AFTER UPDATE OF origin, asked_at, status, detail, body, read_at, unreachable_since ON robots BEGIN UPDATE robots SET checksum = kz_checksum(CAST(NEW.origin AS BLOB), CAST(NEW.asked_at AS BLOB), CAST(NEW.status AS BLOB), CAST(NEW.detail AS BLOB), CAST(NEW.body AS BLOB), CAST(NEW.read_at AS BLOB), CAST(NEW.unreachable_since AS BLOB)) WHERE origin = NEW.origin; END;
CREATE TRIGGER runs_inserted AFTER INSERT ON runs BEGIN UPDATE runs SET checksum = kz_checksum(CAST(NEW.id AS BLOB), CAST(NEW.portal AS BLOB), CAST(NEW.started_at AS BLOB), CAST(NEW.finished_at AS BLOB), CAST(NEW.finish_reason AS BLOB), CAST(NEW.exit_code AS BLOB), CAST(NEW.settings AS BLOB), CAST(NEW.counts AS BLOB)) WHERE id = NEW.id; END;
CREATE TRIGGER runs_updated AFTER UPDATE OF id, portal, started_at, finished_at, finish_reason, exit_code, settings, counts ON runs BEGIN UPDATE runs SET checksum = kz_checksum(CAST(NEW.id AS BLOB), CAST(NEW.portal AS BLOB), CAST(NEW.started_at AS BLOB), CAST(NEW.finished_at AS BLOB), CAST(NEW.finish_reason AS BLOB), CAST(NEW.exit_code AS BLOB), CAST(NEW.settings AS BLOB), CAST(NEW.counts AS BLOB)) WHERE id = NEW.id; END;
CREATE TRIGGER sources_inserted AFTER INSERT ON sources BEGIN UPDATE sources SET checksum = kz_checksum(CAST(NEW.portal AS BLOB), CAST(NEW.url AS BLOB), CAST(NEW.first_asked AS BLOB), CAST(NEW.asked_at AS BLOB), CAST(NEW.last_new AS BLOB)) WHERE portal = NEW.portal AND url = NEW.url; END;
CREATE TRIGGER sources_updated AFTER UPDATE OF portal, url, first_asked, asked_at, last_new ON sources BEGIN UPDATE sources SET checksum = kz_checksum(CAST(NEW.portal AS BLOB), CAST(NEW.url AS BLOB), CAST(NEW.first_asked AS BLOB), CAST(NEW.asked_at AS BLOB), CAST(NEW.last_new AS BLOB)) WHERE portal = NEW.portal AND url = NEW.url; END;
CREATE TRIGGER walks_inserted AFTER INSERT ON walks BEGIN UPDATE walks SET checksum = kz_checksum(CAST(NEW.portal AS BLOB), CAST(NEW.url AS BLOB), CAST(NEW.span AS BLOB), CAST(NEW.next_page AS BLOB)) WHERE portal = NEW.portal AND url = NEW.url AND span = NEW.span; END;
CREATE TRIGGER walks_updated AFTER UPDATE OF portal, url, span, next_page ON walks BEGIN UPDATE walks SET checksum = kz_checksum(CAST(NEW.portal AS BLOB), CAST(NEW.url AS BLOB), CAST(NEW.span AS BLOB), CAST(NEW.next_page AS BLOB)) WHERE portal = NEW.portal AND url = NEW.url AND span = NEW.span; END;
CREATE TRIGGER pages_inserted AFTER INSERT ON pages BEGIN UPDATE pages SET checksum = kz_checksum(CAST(NEW.portal AS BLOB), CAST(NEW.url AS BLOB), CAST(NEW.state AS BLOB), CAST(NEW.outcome AS BLOB), CAST(NEW.reason AS BLOB), CAST(NEW.detail AS BLOB), CAST(NEW.redirects_to AS BLOB), CAST(NEW.article_key AS BLOB), CAST(NEW.first_seen AS BLOB), CAST(NEW.found_on AS BLOB), CAST(NEW.fetched_at AS BLOB), CAST(NEW.status AS BLOB), CAST(NEW.etag AS BLOB), CAST(NEW.last_modified AS BLOB), CAST(NEW.depth AS BLOB), CAST(NEW.attempts AS BLOB), CAST(NEW.next_due AS BLOB), CAST(NEW.news_at AS BLOB), CAST(NEW.place AS BLOB), CAST(NEW.named_published AS BLOB), CAST(NEW.named_modified AS BLOB), CAST(NEW.named_title AS BLOB), CAST(NEW.named_basis AS BLOB), CAST(NEW.backfill AS BLOB), CAST(NEW.looks AS BLOB), CAST(NEW.next_look AS BLOB)) WHERE portal = NEW.portal AND url = NEW.url; END;
CREATE TRIGGER pages_updated AFTER UPDATE OF portal, url, state, outcome, reason, detail, redirects_to, article_key, first_seen, found_on, fetched_at, status, etag, last_modified, depth, attempts, next_due, news_at, place, named_published, named_modified, named_title, named_basis, backfill, looks, next_look ON pages BEGIN UPDATE pages SET checksum = kz_checksum(CAST(NEW.portal AS BLOB), CAST(NEW.url AS BLOB), CAST(NEW.state AS BLOB), CAST(NEW.outcome AS BLOB), CAST(NEW.reason AS BLOB), CAST(NEW.detail AS BLOB), CAST(NEW.redirects_to AS BLOB), CAST(NEW.article_key AS BLOB), CAST(NEW.first_seen AS BLOB), CAST(NEW.found_on AS BLOB), CAST(NEW.fetched_at AS BLOB), CAST(NEW.status AS BLOB), CAST(NEW.etag AS BLOB), CAST(NEW.last_modified AS BLOB), CAST(NEW.depth AS BLOB), CAST(NEW.attempts AS BLOB), CAST(NEW.next_due AS BLOB), CAST(NEW.news_at AS BLOB), CAST(NEW.place AS BLOB), CAST(NEW.named_published AS BLOB), CAST(NEW.named_modified AS BLOB), CAST(NEW.named_title AS BLOB), CAST(NEW.named_basis AS BLOB), CAST(NEW.backfill AS BLOB), CAST(NEW.looks AS BLOB), CAST(NEW.next_look AS BLOB)) WHERE portal = NEW.portal AND url = NEW.url; END;
CREATE TRIGGER failures_inserted AFTER INSERT ON failures BEGIN UPDATE failures SET checksum = kz_checksum(CAST(NEW.portal AS BLOB), CAST(NEW.url AS BLOB), CAST(NEW.tried_at AS BLOB), CAST(NEW.reason AS BLOB)) WHERE portal = NEW.portal AND url = NEW.url AND tried_at = NEW.tried_at AND reason = NEW.reason; END;
CREATE TRIGGER failures_updated AFTER UPDATE OF portal, url, tried_at, reason ON failures BEGIN UPDATE failures SET checksum = kz_checksum(CAST(NEW.portal AS BLOB), CAST(NEW.url AS BLOB), CAST(NEW.tried_at AS BLOB), CAST(NEW.reason AS BLOB)) WHERE portal = NEW.portal AND url = NEW.url AND tried_at = NEW.tried_at AND reason = NEW.reason; END;
CREATE TRIGGER raw_pages_inserted AFTER INSERT ON raw_pages BEGIN UPDATE raw_pages SET checksum = kz_checksum(CAST(NEW.portal AS BLOB), CAST(NEW.url AS BLOB), CAST(NEW.fetched_at AS BLOB), CAST(NEW.digest AS BLOB), CAST(NEW.address AS BLOB), CAST(NEW.status AS BLOB), CAST(NEW.headers AS BLOB)) WHERE portal = NEW.portal AND url = NEW.url AND fetched_at = NEW.fetched_at AND digest = NEW.digest; END;
CREATE TRIGGER raw_pages_updated AFTER UPDATE OF portal, url, fetched_at, digest, address, status, headers ON raw_pages BEGIN UPDATE raw_pages SET checksum = kz_checksum(CAST(NEW.portal AS BLOB), CAST(NEW.url AS BLOB), CAST(NEW.fetched_at AS BLOB), CAST(NEW.digest AS BLOB), CAST(NEW.address AS BLOB), CAST(NEW.status AS BLOB), CAST(NEW.headers AS BLOB)) WHERE portal = NEW.portal AND url = NEW.url AND fetched_at = NEW.fetched_at AND digest = NEW.digest; END;
CREATE TRIGGER texts_inserted AFTER INSERT ON texts BEGIN UPDATE texts SET checksum = kz_checksum(CAST(NEW.portal AS BLOB), CAST(NEW.url AS BLOB), CAST(NEW.digest AS BLOB), CAST(NEW.article_id AS BLOB), CAST(NEW.read_at AS BLOB), CAST(NEW.content_key AS BLOB), CAST(NEW.title AS BLOB), CAST(NEW.lead AS BLOB), CAST(NEW.body AS BLOB), CAST(NEW.section AS BLOB), CAST(NEW.authors AS BLOB), CAST(NEW.tags AS BLOB), CAST(NEW.image_url AS BLOB), CAST(NEW.source_name AS BLOB), CAST(NEW.dateline AS BLOB), CAST(NEW.published_at AS BLOB), CAST(NEW.published_offset AS BLOB), CAST(NEW.published_raw AS BLOB), CAST(NEW.published_precision AS BLOB), CAST(NEW.published_basis AS BLOB), CAST(NEW.modified_at AS BLOB), CAST(NEW.modified_offset AS BLOB), CAST(NEW.views AS BLOB), CAST(NEW.comments AS BLOB), CAST(NEW.language AS BLOB), CAST(NEW.script AS BLOB), CAST(NEW.weather AS BLOB), CAST(NEW.exchange_rates AS BLOB), CAST(NEW.page_clock_raw AS BLOB), CAST(NEW.layout AS BLOB)) WHERE portal = NEW.portal AND url = NEW.url AND digest = NEW.digest; END;
CREATE TRIGGER texts_updated AFTER UPDATE OF portal, url, digest, article_id, read_at, content_key, title, lead, body, section, authors, tags, image_url, source_name, dateline, published_at, published_offset, published_raw, published_precision, published_basis, modified_at, modified_offset, views, comments, language, script, weather, exchange_rates, page_clock_raw, layout ON texts BEGIN UPDATE texts SET checksum = kz_checksum(CAST(NEW.portal AS BLOB), CAST(NEW.url AS BLOB), CAST(NEW.digest AS BLOB), CAST(NEW.article_id AS BLOB), CAST(NEW.read_at AS BLOB), CAST(NEW.content_key AS BLOB), CAST(NEW.title AS BLOB), CAST(NEW.lead AS BLOB), CAST(NEW.body AS BLOB), CAST(NEW.section AS BLOB), CAST(NEW.authors AS BLOB), CAST(NEW.tags AS BLOB), CAST(NEW.image_url AS BLOB), CAST(NEW.source_name AS BLOB), CAST(NEW.dateline AS BLOB), CAST(NEW.published_at AS BLOB), CAST(NEW.published_offset AS BLOB), CAST(NEW.published_raw AS BLOB), CAST(NEW.published_precision AS BLOB), CAST(NEW.published_basis AS BLOB), CAST(NEW.modified_at AS BLOB), CAST(NEW.modified_offset AS BLOB), CAST(NEW.views AS BLOB), CAST(NEW.comments AS BLOB), CAST(NEW.language AS BLOB), CAST(NEW.script AS BLOB), CAST(NEW.weather AS BLOB), CAST(NEW.exchange_rates AS BLOB), CAST(NEW.page_clock_raw AS BLOB), CAST(NEW.layout AS BLOB)) WHERE portal = NEW.portal AND url = NEW.url AND digest = NEW.digest; END;
CREATE TRIGGER editions_inserted AFTER INSERT ON editions BEGIN UPDATE editions SET checksum = kz_checksum(CAST(NEW.portal AS BLOB), CAST(NEW.url AS BLOB), CAST(NEW.article_key AS BLOB), CAST(NEW.script AS BLOB), CAST(NEW.digest AS BLOB), CAST(NEW.versions AS BLOB), CAST(NEW.first_seen AS BLOB), CAST(NEW.last_seen AS BLOB)) WHERE portal = NEW.portal AND url = NEW.url; END;
CREATE TRIGGER editions_updated AFTER UPDATE OF portal, url, article_key, script, digest, versions, first_seen, last_seen ON editions BEGIN UPDATE editions SET checksum = kz_checksum(CAST(NEW.portal AS BLOB), CAST(NEW.url AS BLOB), CAST(NEW.article_key AS BLOB), CAST(NEW.script AS BLOB), CAST(NEW.digest AS BLOB), CAST(NEW.versions AS BLOB), CAST(NEW.first_seen AS BLOB), CAST(NEW.last_seen AS BLOB)) WHERE portal = NEW.portal AND url = NEW.url; END;
CREATE TRIGGER sightings_inserted AFTER INSERT ON sightings BEGIN UPDATE sightings SET checksum = kz_checksum(CAST(NEW.portal AS BLOB), CAST(NEW.url AS BLOB), CAST(NEW.seen_at AS BLOB), CAST(NEW.tie AS BLOB), CAST(NEW.digest AS BLOB)) WHERE portal = NEW.portal AND url = NEW.url AND seen_at = NEW.seen_at AND tie = NEW.tie; END;
CREATE TRIGGER sightings_updated AFTER UPDATE OF portal, url, seen_at, tie, digest ON sightings BEGIN UPDATE sightings SET checksum = kz_checksum(CAST(NEW.portal AS BLOB), CAST(NEW.url AS BLOB), CAST(NEW.seen_at AS BLOB), CAST(NEW.tie AS BLOB), CAST(NEW.digest AS BLOB)) WHERE portal = NEW.portal AND url = NEW.url AND seen_at = NEW.seen_at AND tie = NEW.tie; END;
COMMIT;
