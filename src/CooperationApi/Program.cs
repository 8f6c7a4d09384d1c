using CooperationApi.Agreements;
using CooperationApi.Coverage;
using CooperationApi.Exercises;
using CooperationApi.FactSheets;
using CooperationApi.ForcePosture;
using CooperationApi.Kernel;
using CooperationApi.Objectives;
using CooperationApi.Partners;
using CooperationApi.Peacekeeping;
using CooperationApi.Sales.Dcs;
using CooperationApi.Sales.Fms;
using CooperationApi.Sales.Summary;
using CooperationApi.Search;
using CooperationApi.Timeline;

var builder = WebApplication.CreateBuilder(args);
builder.AddKernel();
builder.Services
    .AddFactSheets()
    .AddObjectives()
    .AddForcePosture()
    .AddExercises()
    .AddFmsSales()
    .AddDcsSales()
    .AddSalesSummary()
    .AddPeacekeeping()
    .AddAgreements()
    .AddPartners()
    .AddSearch()
    .AddTimeline()
    .AddCoverage();

var app = builder.Build();
var api = app.MapKernel();
api.MapPartners();
api.MapFactSheets();
api.MapExercises();
api.MapFmsSales();
api.MapDcsSales();
api.MapSalesSummary();
api.MapAgreements();
api.MapForcePosture();
api.MapPeacekeeping();
api.MapObjectives();
api.MapSearch();
api.MapTimeline();
api.MapCoverage();

return await Command.Run(app, args);
