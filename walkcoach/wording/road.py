"""What the road says: where the person stands, when stations were reached, and what the last weeks would bring if they went on.

A forecast is never a promise: it begins with "If it goes on as in the last four weeks" and names months, not days. A step back
is told as where one stands now, and where there is no forecast, the reason is said without blame.
"""

from datetime import date

from walkcoach.core.road import AHEAD_WEEKS, Forecast, NoForecast, Road, Station, StationKind
from walkcoach.wording import names, numbers
from walkcoach.wording.language import _, _n


def title() -> str:
    """Heading of the card."""
    return _("Your road")


def time_leg() -> str:
    """In the legend and the table: the first leg."""
    return _("walking longer")


def brisk_leg() -> str:
    """In the legend and the table: the second leg."""
    return _("walking brisker")


def soon() -> str:
    """In the legend: the hatched stretch."""
    return _("in {weeks}, if it goes on like this").format(weeks=_n("{n} week", "{n} weeks", AHEAD_WEEKS))


def station(one: Station) -> str:
    """A station on the strip: "15 min", "60 min", "45 brisk"."""
    if one.kind is StationKind.BRISK_GOAL:
        return _("{minutes} brisk").format(minutes=one.minutes)
    return _("{minutes} min").format(minutes=one.minutes)


def reached(one: Station, today: date) -> str:
    """Below a station: the day on which it was first reached, "24 October"; "" if it was not."""
    if one.reached_on is None:
        return ""
    return _day(one.reached_on, today)


def here(road: Road) -> str:
    """Beside the person's mark: "you: 48 min", "you: 10 brisk"; "" before the first walk."""
    if road.standing is None:
        return ""
    if road.standing.brisk_minutes:
        return _("you: {brisk} brisk").format(brisk=road.standing.brisk_minutes)
    return _("you: {minutes} min").format(minutes=road.standing.minutes)


def standing_sentence(road: Road) -> str:
    """Where the person stands: "You stand at 60 minutes, 10 of them brisk."."""
    if road.standing is None:
        first = road.stations[0]
        return _("Your road begins with a first walk of {minutes}.").format(minutes=numbers.minutes(first.minutes))
    said = _("You stand at {minutes}").format(minutes=numbers.minutes(road.standing.minutes))
    if road.standing.brisk_minutes:
        said = _("{said} with {brisk} brisk").format(said=said, brisk=road.standing.brisk_minutes)
    if road.ahead is None:
        return _("{said}, and that is your goal.").format(said=said)
    return _("{said}; next is {station}.").format(said=said, station=goal(road.ahead))


def goal(one: Station) -> str:
    """A station inside a sentence: "60 minutes", "45 brisk minutes"."""
    if one.kind is StationKind.BRISK_GOAL:
        return numbers.brisk_minutes(one.minutes)
    return numbers.minutes(one.minutes)


def forecast_sentence(road: Road) -> str:
    """The forecast, or why there is none; "" before the first walk and at the goal, where there is nothing to say."""
    if road.forecast is not None and road.ahead is not None:
        return _("{condition}, {station} may be {weeks} away: {months}. It may well take longer.").format(
            condition=_condition(road.forecast),
            station=goal(road.ahead),
            weeks=_weeks(road.forecast),
            months=months(road.forecast, road.today),
        )
    return "" if road.no_forecast is None else no_forecast(road.no_forecast)


def no_forecast(why: NoForecast) -> str:
    """Why there is no forecast."""
    return {
        NoForecast.NOT_BEGUN: "",
        NoForecast.ARRIVED: "",
        NoForecast.PLAN_OFF: _("While the plan is off, there is no forecast."),
        NoForecast.LOCKED: _("While the plan is on hold, there is no forecast. Being looked at comes first."),
        NoForecast.REVIEW_DUE: _("Before the talk with your clinician, there is no forecast: the plan keeps still until then."),
        NoForecast.AWAY: _("After two weeks without a walk there is no forecast. It comes back with some weeks of walking."),
        NoForecast.TOO_FEW_WEEKS: _("A forecast needs two weeks of walking to go by."),
        NoForecast.NO_GAIN: _("In the last weeks the plan has not grown, so there is no forecast. Keeping your level is fine."),
        # Half a year may hold the plain sum and still not every tenth way: no number of weeks is named.
        NoForecast.TOO_FAR: _("The next goal is too far off to say when it may come. A plan often goes up and down on the way."),
    }[why]


def months(forecast: Forecast, today: date) -> str:
    """The range in months: "in December", "between December and February 2027"."""
    first, last = forecast.earliest(today), forecast.latest(today)
    if (first.year, first.month) == (last.year, last.month):
        return _("in {month}").format(month=_month(first, today))
    return _("between {first} and {last}").format(first=_month(first, last), last=_month(last, today))


def _month(day: date, beside: date) -> str:
    name = names.month_name(day.month)
    return name if day.year == beside.year else _("{month} {year}").format(month=name, year=day.year)


def _condition(forecast: Forecast) -> str:
    return _("If it goes on as in the last {weeks}").format(weeks=_n("{n} week", "{n} weeks", forecast.weeks))


def _weeks(forecast: Forecast) -> str:
    if forecast.most_weeks == 1:
        return _("about one week")
    if forecast.least_weeks == forecast.most_weeks:
        return _n("about {n} week", "about {n} weeks", forecast.most_weeks)
    return _("{low} to {high} weeks").format(low=forecast.least_weeks, high=forecast.most_weeks)


def soon_row(road: Road) -> str:
    """Where the person may stand in four weeks: "50 to 57 minutes", "12 to 20 brisk"; a dash without a forecast."""
    if road.forecast is None:
        return "–"
    low, high = road.forecast.soon_low, road.forecast.soon_high
    if not road.on_brisk_leg:
        return numbers.minutes_range(low, high)
    return _("{minutes} brisk").format(minutes=numbers.whole_range(low, high))


def station_sentence(one: Station, road: Road) -> str:
    """A station for those who step through the road: "60 minutes: first reached on 24 October; it is next again."."""
    said = numbers.first_up(goal(one))
    if one.kind is StationKind.START:
        said = _("The start, {minutes}").format(minutes=goal(one))
    if one.reached_on is None:
        return _("{station}: next.").format(station=said) if one is road.ahead else _("{station}: later.").format(station=said)
    on = _day(one.reached_on, road.today)
    if one is road.ahead:
        return _("{station}: first reached on {day}, and next again.").format(station=said, day=on)
    return _("{station}: first reached on {day}.").format(station=said, day=on)


def soon_sentence(road: Road) -> str:
    """The hatched stretch in words; "" without a forecast."""
    if road.forecast is None:
        return ""
    return _("{when}: {range}.").format(when=numbers.first_up(soon()), range=soon_row(road))


def summary(road: Road) -> str:
    """What stands below the road: where the person stands, and the forecast or why there is none."""
    return " ".join(part for part in (standing_sentence(road), forecast_sentence(road)) if part)


def headers() -> tuple[str, ...]:
    """Columns of the table."""
    return (_("On the road"), _("How it stands"))


def rows(road: Road) -> tuple[tuple[str, str], ...]:
    """The table: the stations with the day on which they were reached, where the person stands, what the last weeks would bring."""
    stations = [(_station_name(one), _station_state(one, road)) for one in road.stations]
    return (*stations, *_told(road))


def csv_headers() -> tuple[str, ...]:
    """Columns of the saved figures."""
    return (_("On the road"), _("First reached"), _("How it stands"))


def csv_rows(road: Road) -> tuple[tuple[str, date | None, str], ...]:
    """The same as the table, with the days as dates."""
    stations = [(_station_name(one), one.reached_on, _place(one, road)) for one in road.stations]
    return (*stations, *((name, None, told) for name, told in _told(road)))


def _told(road: Road) -> tuple[tuple[str, str], ...]:
    if road.standing is None:
        return ()
    level = numbers.minutes(road.standing.minutes)
    if road.standing.brisk_minutes:
        level = _("{minutes}, {brisk} brisk").format(minutes=level, brisk=road.standing.brisk_minutes)
    told = [(_("You stand at"), level)]
    if road.forecast is not None:
        told.append((_("In four weeks, perhaps"), soon_row(road)))
        told.append((_("Next station, perhaps"), _("in {weeks}").format(weeks=_weeks(road.forecast))))
    return tuple(told)


def _station_name(one: Station) -> str:
    return _("Start, {minutes}").format(minutes=goal(one)) if one.kind is StationKind.START else numbers.first_up(goal(one))


def _station_state(one: Station, road: Road) -> str:
    if one.reached_on is None:
        return _place(one, road)
    on = _day(one.reached_on, road.today)
    return on if one.passed else _("{day}, next again").format(day=on) if one is road.ahead else on


def _place(one: Station, road: Road) -> str:
    """Where a station lies from where the person stands."""
    return _("behind you") if one.passed else _("next") if one is road.ahead else _("later")


def sentence(road: Road) -> str:
    """The whole road for those who hear it: where the person stands, what was reached when, and the forecast."""
    parts = [standing_sentence(road)]
    for one in road.stations[1:]:
        if one.reached_on is not None:
            parts.append(
                _("{station}: first reached on {day}.").format(
                    station=numbers.first_up(goal(one)), day=_day(one.reached_on, road.today)
                )
            )
    parts.append(forecast_sentence(road))
    return " ".join(part for part in parts if part)


def _day(day: date, today: date) -> str:
    name = names.day_and_month(day)
    return name if day.year == today.year else _("{date} {year}").format(date=name, year=day.year)
